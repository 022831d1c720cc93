import type { SparseRow } from './sparse-matrix.ts'

/**
 * An inverted index: for every column the numbers of the rows that hold it. Two limits keep a search from touching everything, so
 * that a collection of n texts costs about n searches of constant size: only the heaviest columns of the query are followed, and a
 * list that has grown to `longestList` takes no more rows (such a column is common and says little).
 */
export interface PostingLists {
  readonly lists: Map<number, number[]>
  readonly followed: number
  readonly longestList: number
}

export function emptyPostings(followed: number, longestList: number): PostingLists {
  return { lists: new Map(), followed, longestList }
}

export function post(postings: PostingLists, row: SparseRow, number: number): void {
  for (const at of heaviest(row, postings.followed)) {
    const column = row.indices[at]!
    const list = postings.lists.get(column)
    if (list === undefined) postings.lists.set(column, [number])
    else if (list.length < postings.longestList) list.push(number)
  }
}

/** The rows that share heavy columns with the query, most shared weight first, ties by lower number; at most `limit`. */
export function candidates(postings: PostingLists, row: SparseRow, limit: number): number[] {
  const shared = new Map<number, number>()
  for (const at of heaviest(row, postings.followed)) {
    const list = postings.lists.get(row.indices[at]!)
    if (list === undefined) continue
    const weight = row.values[at]! * row.values[at]!
    for (const number of list) shared.set(number, (shared.get(number) ?? 0) + weight)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([number]) => number)
}

/** Positions of the values that belong to the `count` largest; of equal values at the border the first ones. */
function heaviest(row: SparseRow, count: number): Int32Array {
  const { values } = row
  const positions = new Int32Array(Math.min(count, values.length))
  if (values.length <= count) {
    for (let at = 0; at < positions.length; at++) positions[at] = at
    return positions
  }
  const border = values.slice().sort()[values.length - count]!
  let equal = count
  for (let at = 0; at < values.length; at++) if (values[at]! > border) equal--
  let used = 0
  for (let at = 0; at < values.length; at++)
    if (values[at]! > border || (values[at] === border && equal-- > 0)) positions[used++] = at
  return positions
}
