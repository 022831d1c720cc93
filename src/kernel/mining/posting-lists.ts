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
  /** Room for adding up shared weight, one number a row; all zero between two searches. */
  shared: Float64Array
}

export function emptyPostings(followed: number, longestList: number): PostingLists {
  return { lists: new Map(), followed, longestList, shared: new Float64Array(1024) }
}

export function post(postings: PostingLists, row: SparseRow, number: number): void {
  if (number >= postings.shared.length) postings.shared = new Float64Array(2 * number)
  for (const at of heaviest(row, postings.followed)) {
    const column = row.indices[at]!
    const list = postings.lists.get(column)
    if (list === undefined) postings.lists.set(column, [number])
    else if (list.length < postings.longestList) list.push(number)
  }
}

/** The rows that share heavy columns with the query, most shared weight first, ties by lower number; at most `limit`. */
export function candidates(postings: PostingLists, row: SparseRow, limit: number): number[] {
  const { shared } = postings
  const touched: number[] = []
  for (const at of heaviest(row, postings.followed)) {
    const list = postings.lists.get(row.indices[at]!)
    if (list === undefined) continue
    const weight = row.values[at]! * row.values[at]!
    for (const number of list) {
      if (shared[number] === 0) touched.push(number)
      shared[number]! += weight
    }
  }
  const best = leading(touched, shared, limit).sort((a, b) => shared[b]! - shared[a]! || a - b)
  for (const number of touched) shared[number] = 0
  return best.slice(0, limit)
}

/** Those of the rows that can be among the first `limit`; sorting all of them would cost more than finding them. */
function leading(touched: number[], shared: Float64Array, limit: number): number[] {
  if (touched.length <= 2 * limit) return touched.slice()
  const border = Float64Array.from(touched, (number) => shared[number]!).sort()[touched.length - limit]!
  return touched.filter((number) => shared[number]! >= border)
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
