import { canonical } from '#lib/pure/canonical.ts'
import type { EventRow } from '../contract.ts'

/** What the first link of a chain follows. */
export const GENESIS = '0'.repeat(64)

export interface Sealed extends EventRow {
  readonly number: number
  readonly digest: string
}

export interface Anchor {
  readonly number: number
  readonly digest: string
}

/** One thing that is not as it was recorded, as a sentence an auditor can follow up. */
export interface Finding {
  readonly kind: 'altered' | 'gap' | 'missing' | 'unsealed' | 'cut' | 'rewritten'
  readonly number: number | null
  readonly sentence: string
}

/** The text whose hash is the next digest; everything that is known of an event is in it. */
export function linkText(previous: string, congressId: number, event: EventRow): string {
  const { id, name, subjectId, actorId, at, payload } = event
  return canonical([previous, congressId, id, name, subjectId, actorId, at.toISOString(), payload])
}

export interface Walk {
  readonly number: number
  readonly digest: string
}

/** Checks one link after `last`; the walk goes on from what is stored, so one change is one finding and not a thousand. */
export function checkLink(last: Walk, congressId: number, row: Sealed, hash: (text: string) => string): Finding | null {
  if (row.number !== last.number + 1) {
    return finding('gap', last.number + 1, `第 ${last.number + 1} 号封存记录不见了，后面是第 ${row.number} 号。`)
  }
  if (hash(linkText(last.digest, congressId, row)) === row.digest) return null
  return finding('altered', row.number, `第 ${row.number} 号记录（${row.name}，${row.at.toISOString()}）与封存时不一致。`)
}

/** Compares what was anchored outside the database: it alone shows a cut tail and a chain that was made anew. */
export function checkAnchor(anchor: Anchor, stored: { digest: string } | undefined): Finding | null {
  if (!stored) {
    return finding('cut', anchor.number, `库外存证到第 ${anchor.number} 号，库里没有这么多记录，末尾被截去。`)
  }
  if (stored.digest === anchor.digest) return null
  return finding('rewritten', anchor.number, `第 ${anchor.number} 号的封存值与库外存证不同，这之前的记录被整段改写。`)
}

export function finding(kind: Finding['kind'], number: number | null, sentence: string): Finding {
  return { kind, number, sentence }
}
