import { findMatching, indexText, initialsOf, removeFromIndex } from '#kernel/search/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { masked } from '#lib/pure/personal-data.ts'
import type { Suggestion } from './store.ts'

/** Entries of one suggestion: all its words for the house, its title with the initials of its pinyin, its public words for everybody. */
const INTERNAL = 'suggestion'
const TITLE = 'suggestion.title'
const PUBLIC = 'suggestion.public'

type Found = Pick<Suggestion, 'id' | 'title' | 'matter' | 'isPublic' | 'isConfidential' | 'publicSummary'>

/** From submission on the house can find it. */
export async function indexInternally(tx: Tx, it: Found, requests: readonly string[]): Promise<void> {
  await indexText(tx, { kind: INTERNAL, subjectId: it.id, text: wordsOf(it, requests) })
  await indexText(tx, { kind: TITLE, subjectId: it.id, text: `${it.title} ${initialsOf(it.title)}` })
}

/** From registration on everybody can find it, by the words that anybody may read; a confidential one by none. */
export async function indexPublicly(tx: Tx, it: Found, requests: readonly string[]): Promise<void> {
  if (it.isConfidential) return
  await indexText(tx, { kind: PUBLIC, subjectId: it.id, text: masked(publicWords(it, requests)) })
}

function publicWords(it: Found, requests: readonly string[]): string {
  if (!it.isPublic) return it.title
  return it.publicSummary === null ? wordsOf(it, requests) : [it.title, it.publicSummary].join('\n')
}

/** What its deputy took back before anybody saw it is found by nobody. */
export async function forgetInternally(tx: Tx, id: string): Promise<void> {
  await removeFromIndex(tx, INTERNAL, id)
  await removeFromIndex(tx, TITLE, id)
}

/** A withdrawn suggestion is no longer public. */
export async function forgetPublicly(tx: Tx, id: string): Promise<void> {
  await removeFromIndex(tx, PUBLIC, id)
}

/** Ids of what holds `fragment`, newest first, older than `before`. */
export function findWords(
  tx: Tx,
  reader: 'house' | 'public',
  fragment: string,
  before: string | null,
  most: number,
): Promise<string[]> {
  return findMatching(tx, { kind: reader === 'public' ? PUBLIC : INTERNAL, fragment, before, most })
}

export type Indexed = 'text' | 'title'

/** Ids of what holds `fragment` in its title or anywhere, newest first, older than `before`; for the house. */
export function findText(tx: Tx, where: Indexed, fragment: string, before: string | null, most: number): Promise<string[]> {
  return findMatching(tx, { kind: where === 'title' ? TITLE : INTERNAL, fragment, before, most })
}

function wordsOf({ title, matter }: Found, requests: readonly string[]): string {
  return [title, matter, ...requests].join('\n')
}
