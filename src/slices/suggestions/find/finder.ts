import { initialsOf, MOST_OF_A_KIND, normalise, type Asked, type Finder } from '#kernel/search/api.ts'
import type { Found, Match } from '#kernel/search/contract.ts'
import { pick } from '#lib/pure/words.ts'
import { findHolding, findNumbered, listNewest } from './find-store.ts'
import { askedNumber } from './rules/asked-number.ts'
import { turnsOf } from '../rules/may.ts'
import { scopeOf, type Scope } from '../rules/scope.ts'
import type { Suggestion } from '../store.ts'
import { words } from '../words.ts'

/**
 * Suggestions for what was typed, within the scope of the actor's lists: by number, by words or initials of the title, by words of the
 * text; of equals, what waits for this actor first, then the newest.
 */
export const findSuggestions: Finder = async (asked) => {
  const scope = scopeOf(asked.actor)
  const number = askedNumber(asked.words)
  const numbered = number ? await findNumbered(asked.tx, scope, number, MOST_OF_A_KIND) : []
  const named = scope.kind === 'own' ? await ownNamed(asked, scope) : await anyNamed(asked, scope)
  const known = new Set<string>()
  const fresh = (rows: readonly Suggestion[]) => rows.filter(({ id }) => !known.has(id) && known.add(id))
  const waiting = turnsOf(asked.actor)
  return [
    ...fresh(numbered).map((it) => toFound(it, 'number', asked)),
    ...fresh(named.byTitle).map((it) => toFound(it, 'name', asked)),
    ...fresh(named.byText).map((it) => toFound(it, waiting.includes(it.status) ? 'mine' : 'text', asked)),
  ]
}

interface Named {
  readonly byTitle: readonly Suggestion[]
  readonly byText: readonly Suggestion[]
}

/** A deputy speaks a few dozen times a term; more than this is not read to answer one keystroke. */
const MOST_OWN = 300

async function ownNamed({ tx, words: typed }: Asked, scope: Scope): Promise<Named> {
  const rows = await listNewest(tx, scope, MOST_OWN)
  const fragment = normalise(typed)
  const parts = partsOf(typed)
  return {
    byTitle: rows.filter(({ title }) => holdsAll(title, parts)),
    byText: rows.filter(({ matter }) => normalise(matter).includes(fragment)),
  }
}

async function anyNamed({ tx, words: typed }: Asked, scope: Scope): Promise<Named> {
  const parts = partsOf(typed)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const candidates = await findHolding(tx, scope, 'title', longest, MOST_OF_A_KIND * 4)
  const byTitle = candidates.filter(({ title }) => holdsAll(title, parts)).slice(0, MOST_OF_A_KIND)
  if (byTitle.length === MOST_OF_A_KIND) return { byTitle, byText: [] }
  return { byTitle, byText: await findHolding(tx, scope, 'text', typed, MOST_OF_A_KIND) }
}

function partsOf(typed: string): string[] {
  return typed.split(/\s+/).map(normalise)
}

function holdsAll(title: string, parts: readonly string[]): boolean {
  const text = `${normalise(title)} ${initialsOf(title)}`
  return parts.every((part) => text.includes(part))
}

function toFound({ id, title, number, deputyName, unitName, status }: Suggestion, match: Match, { locale }: Asked): Found {
  const w = pick(locale, words)
  const name = number === null ? title : `${w.numbered(number)}　${title}`
  return {
    kind: 'suggestion',
    id,
    title: name,
    detail: [deputyName, unitName, w.status[status]].filter(Boolean).join(' · '),
    match,
  }
}
