import { sentenceOf, type EventRow } from '#kernel/audit/contract.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { percent } from '#kernel/metrics/api.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { Detail, Due, Item, PublicDetail, PublicItem, Status, Summary } from './contract.ts'
import { statuses } from './contract.ts'
import { events } from './events.ts'
import { allowed, factsOf } from './rules/may.ts'
import type { findParts, Suggestion } from './store.ts'

type Parts = Awaited<ReturnType<typeof findParts>>
/** When a suggestion's reply is due, or null while no clock runs. */
export type DueOf = (it: Suggestion) => Due | null

export function toItem(it: Suggestion, dueOf: DueOf): Item {
  return {
    id: it.id,
    reference: it.reference,
    number: it.number,
    title: it.title,
    category: it.category,
    status: it.status,
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    unit: named(it.unitId, it.unitName),
    handedOverOn: it.handedOverOn,
    due: dueOf(it),
  }
}

/** Everything an actor who may see it gets, with the actions that are open to them. */
export function toDetail(it: Suggestion, parts: Parts, actor: Actor, dueOf: DueOf): Detail {
  return {
    ...toItem(it, dueOf),
    version: it.version,
    term: it.term,
    session: it.session,
    matter: it.matter,
    requests: parts.requests,
    proposedUnit: named(it.proposedUnitId, it.proposedUnitName),
    isPublic: it.isPublic,
    isDifficult: it.isDifficult,
    round: it.round,
    submittedOn: it.submittedOn,
    registeredOn: it.registeredOn,
    acceptedOn: it.acceptedOn,
    repliedOn: it.repliedOn,
    closedOn: it.closedOn,
    contacts: parts.contacts,
    replies: parts.replies,
    ratings: parts.ratings,
    allowed: allowed(actor, factsOf(it)),
  }
}

/** What leaves the house: a whitelist, so that a new column is private until somebody decides otherwise. */
export function toPublicItem(it: Suggestion): PublicItem {
  return {
    reference: it.reference ?? '',
    number: it.number,
    title: it.title,
    category: it.category,
    status: it.status,
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    unit: named(it.unitId, it.unitName),
    handedOverOn: it.handedOverOn,
    repliedOn: it.repliedOn,
  }
}

/** The text and the replies only where the deputy agreed; otherwise title and progress (“本件不公开，仅显示标题和进度。”). */
export function toPublicDetail(
  it: Suggestion,
  parts: Parts,
  rows: readonly EventRow[],
  locale: Locale,
  dueOf: DueOf,
): PublicDetail {
  return {
    ...toPublicItem(it),
    submittedOn: it.submittedOn,
    registeredOn: it.registeredOn,
    ratedOn: it.ratedOn,
    closedOn: it.closedOn,
    due: dueOf(it),
    text: it.isPublic ? { matter: it.matter, requests: parts.requests } : null,
    replies: it.isPublic ? parts.replies.map(({ signer: _signer, contact: _contact, ...reply }) => reply) : [],
    timeline: toTimeline(rows, 'public', locale).map(({ at, sentence }) => ({ at, sentence })),
  }
}

/** Events as sentences; an outsider reads only the public kinds, the house all but the restricted ones. */
export function toTimeline(rows: readonly EventRow[], reader: 'public' | 'internal', locale: Locale) {
  const catalogue: Readonly<Record<string, { visibility: string }>> = events
  const isShown = ({ name }: EventRow): boolean => {
    const visibility = catalogue[name]?.visibility
    return visibility === 'public' || (reader === 'internal' && visibility === 'internal')
  }
  return rows
    .filter(isShown)
    .map((row) => ({ id: row.id, name: row.name, at: row.at.toISOString(), sentence: sentenceOf(events, row, locale) }))
}

/** The figures of A1.7 from the running totals. */
export function toSummary(byStatus: ReadonlyMap<string, number>, handedOver: number, replied: number): Summary {
  const counts = Object.fromEntries(statuses.map((status) => [status, byStatus.get(status) ?? 0])) as Record<Status, number>
  return { handedOver, replied, open: handedOver - replied, replyRate: percent(replied, handedOver), byStatus: counts }
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id !== null && name !== null ? { id, name } : null
}
