/** Two versions of a law, article by article: partners, kinds of change, moves, splits and mergers, and the clauses inside. */

import { plain } from '../blanks.ts'
import type { ClauseNode, LawText } from '../types.ts'
import { articlesOf, wordsOf } from '../walk.ts'
import { kindOf } from './kind.ts'
import type { ChangeKind } from './kind.ts'
import { pairUnits } from './pairing.ts'
import type { Pairing } from './pairing.ts'

export interface ChangeRow {
  /** Null for an article that was put in. */
  old: ClauseNode | null
  /** Null for an article that was taken out. */
  fresh: ClauseNode | null
  kind: ChangeKind
  isMoved: boolean
  /** The old article that these words came from, which itself goes on in another article. */
  splitFrom: ClauseNode | null
  /** The new article that took up these words. */
  mergedInto: ClauseNode | null
}

/** The part of an article's words, from 0 to 1, that has to come from another for a split or a merger. */
const leastShare = 0.6

/** Rows in the order of the new version; what was deleted stands behind what stood before it. */
export function compareLaws(old: LawText, fresh: LawText): ChangeRow[] {
  return compareUnits(
    articlesOf(old).map(({ node }) => node),
    articlesOf(fresh).map(({ node }) => node),
  )
}

/** The same for any two lists of units: the 款 of an article, the 项 of a 款. */
export function compareUnits(olds: readonly ClauseNode[], news: readonly ClauseNode[]): ChangeRow[] {
  const pairing = pairUnits(olds.map(plainWords), news.map(plainWords))
  const rows = news.map((node, index) => rowOfNew(node, index, olds, pairing))
  const paired = new Set(pairing.pairs.map((pair) => pair.old))
  olds.forEach((node, index) => {
    if (!paired.has(index)) rows.splice(placeOfDeleted(rows, olds, index), 0, rowOfDeleted(node, index, news, pairing))
  })
  return rows
}

function rowOfNew(node: ClauseNode, index: number, olds: readonly ClauseNode[], pairing: Pairing): ChangeRow {
  const pair = pairing.pairs.find((one) => one.fresh === index)
  const old = pair ? olds[pair.old] : undefined
  if (pair && old) {
    return {
      old,
      fresh: node,
      kind: kindOf(wordsWithHeading(old), wordsWithHeading(node)),
      isMoved: pair.isMoved,
      splitFrom: null,
      mergedInto: null,
    }
  }
  const source = greatest(olds.length, (candidate) => pairing.likeness.contained(candidate, index))
  return { old: null, fresh: node, kind: 'added', isMoved: false, splitFrom: olds[source] ?? null, mergedInto: null }
}

function rowOfDeleted(node: ClauseNode, index: number, news: readonly ClauseNode[], pairing: Pairing): ChangeRow {
  const target = greatest(news.length, (candidate) => pairing.likeness.containing(index, candidate))
  return { old: node, fresh: null, kind: 'deleted', isMoved: false, splitFrom: null, mergedInto: news[target] ?? null }
}

/** Index with the greatest share, or -1 where none reaches the least. */
function greatest(count: number, share: (index: number) => number): number {
  let best = -1
  for (let index = 0; index < count; index += 1) {
    if (share(index) >= leastShare && (best < 0 || share(index) > share(best))) best = index
  }
  return best
}

function placeOfDeleted(rows: readonly ChangeRow[], olds: readonly ClauseNode[], index: number): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const place = rows.findIndex((row) => row.old === olds[before] && !row.isMoved)
    if (place >= 0) return place + 1
  }
  return 0
}

function wordsWithHeading(node: ClauseNode): string {
  return node.heading + wordsOf(node)
}

function plainWords(node: ClauseNode): string {
  return plain(wordsWithHeading(node))
}
