import { countGrams, emptyStatistics, gramRow, learnGrams, type GramStatistics } from './gram-rows.ts'
import { candidates, emptyPostings, post, type PostingLists } from './posting-lists.ts'
import { sharedPhrases } from './shared-phrases.ts'
import { dotRows, type SparseRow } from './sparse-matrix.ts'
import type { TextItem } from './text-item.ts'

// 96 heavy grams find every neighbour that matters; 150 candidates are then compared exactly.
const FOLLOWED = 96
const LONGEST_LIST = 2000
const COMPARED = 150

/** Texts prepared for the search for like texts. */
export interface SimilarIndex {
  readonly items: readonly TextItem[]
  readonly rows: readonly SparseRow[]
  readonly statistics: GramStatistics
  readonly postings: PostingLists
}

export interface SimilarText {
  readonly id: string
  /** Cosine of the weighted 2- and 3-grams, 0 to 1. */
  readonly score: number
  /** Pieces that stand in both texts. */
  readonly shared: string[]
}

/** Prepares texts for `similarTo`; the order of the items decides ties only. */
export function buildSimilarIndex(items: readonly TextItem[]): SimilarIndex {
  const statistics = emptyStatistics()
  const counts = items.map(countGrams)
  for (const one of counts) learnGrams(statistics, one)
  const rows = counts.map((one) => gramRow(one, statistics))
  const postings = emptyPostings(FOLLOWED, LONGEST_LIST)
  rows.forEach((row, number) => post(postings, row, number))
  return { items, rows, statistics, postings }
}

/**
 * The `k` texts nearest to a text, best first. A text with the same id is never its own neighbour. Candidates come from the inverted
 * index, the scores are exact.
 */
export function similarTo(
  index: SimilarIndex,
  text: Pick<TextItem, 'title' | 'text'> & { id?: string },
  k: number,
): SimilarText[] {
  const row = gramRow(countGrams(text), index.statistics)
  return candidates(index.postings, row, COMPARED)
    .filter((number) => text.id === undefined || index.items[number]!.id !== text.id)
    .map((number) => ({ number, score: dotRows(row, index.rows[number]!) }))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, k)
    .map(({ number, score }) => {
      const found = index.items[number]!
      return { id: found.id, score: Math.min(1, score), shared: sharedPhrases(text, found, 5) }
    })
}
