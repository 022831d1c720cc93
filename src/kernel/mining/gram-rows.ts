import { plainText, runsOf } from './plain-text.ts'
import type { SparseRow } from './sparse-matrix.ts'
import { wholeText, type TextItem } from './text-item.ts'

/**
 * Texts as weighted character 2- and 3-grams. Grams are hashed into a fixed number of buckets, so no dictionary grows with the texts:
 * 4 million buckets keep chance meetings of two different grams rare (below 6% with 250,000 distinct grams).
 */
const BUCKETS = 1 << 22

/** How many texts hold each gram, and of how many texts in all. Grows as texts arrive. */
export interface GramStatistics {
  documents: number
  readonly frequency: Int32Array
}

/** The grams of one text: bucket numbers ascending, how often in the title and in title and body together. */
export interface GramCounts {
  readonly buckets: Int32Array
  readonly inTitle: Uint16Array
  readonly inAll: Uint16Array
}

export function emptyStatistics(): GramStatistics {
  return { documents: 0, frequency: new Int32Array(BUCKETS) }
}

export function learnGrams(statistics: GramStatistics, counts: GramCounts): void {
  statistics.documents++
  for (const bucket of counts.buckets) statistics.frequency[bucket]!++
}

export function countGrams(item: Pick<TextItem, 'title' | 'text'>): GramCounts {
  const all = gramBuckets(plainText(wholeText(item))).sort()
  const title = gramBuckets(plainText(item.title ?? '')).sort()
  let distinct = 0
  for (let at = 0; at < all.length; at++) if (at === 0 || all[at] !== all[at - 1]) distinct++
  const counts = { buckets: new Int32Array(distinct), inTitle: new Uint16Array(distinct), inAll: new Uint16Array(distinct) }
  let row = -1
  let inTitle = 0
  for (let at = 0; at < all.length; at++) {
    if (at === 0 || all[at] !== all[at - 1]) counts.buckets[++row] = all[at]!
    counts.inAll[row]!++
    while (inTitle < title.length && title[inTitle]! <= all[at]!) if (title[inTitle++] === all[at]) counts.inTitle[row]!++
  }
  return counts
}

/** The buckets of all 2- and 3-grams of a plain text, in reading order, repeats included. */
export function gramBuckets(plain: string): Int32Array {
  const buckets = new Int32Array(2 * plain.length)
  let used = 0
  for (const run of runsOf(plain)) {
    let before = 0
    let twoBefore = 0
    let length = 0
    for (const char of run) {
      const point = char.codePointAt(0)!
      const two = Math.imul(Math.imul(before, 0x9e3779b1) ^ point, 0x85ebca6b)
      if (length >= 1) buckets[used++] = bucketOf(two)
      if (length >= 2) buckets[used++] = bucketOf(Math.imul(twoBefore ^ point, 0xc2b2ae35))
      before = point
      twoBefore = two
      length++
    }
  }
  return buckets.slice(0, used)
}

function bucketOf(hash: number): number {
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS
}

/**
 * The row of a text: the unit vector of its title plus the unit vector of the whole, scaled to length 1. The title counts as much as
 * the body however long that is, because people put place and matter there. A gram weighs (1 + ln count) x rarity; rare grams are
 * names of places and firms, which tell issues apart, hence the power 1.5.
 */
export function gramRow(counts: GramCounts, statistics: GramStatistics): SparseRow {
  const { buckets, inTitle, inAll } = counts
  const title = new Float32Array(buckets.length)
  const values = new Float32Array(buckets.length)
  for (let at = 0; at < buckets.length; at++) {
    const rarity = rarityOf(statistics, buckets[at]!)
    if (inTitle[at]! > 0) title[at] = (1 + Math.log(inTitle[at]!)) * rarity
    values[at] = (1 + Math.log(inAll[at]!)) * rarity
  }
  const titleScale = 1 / (lengthOf(title) || 1)
  const allScale = 1 / (lengthOf(values) || 1)
  for (let at = 0; at < values.length; at++) values[at] = title[at]! * titleScale + values[at]! * allScale
  const scale = 1 / (lengthOf(values) || 1)
  for (let at = 0; at < values.length; at++) values[at]! *= scale
  return { indices: buckets, values }
}

/** Rarity of a gram: ln((texts + 10) / texts that hold it) to the power 1.5; the 10 keeps it sensible while only few texts are known. */
export function rarityOf(statistics: GramStatistics, bucket: number): number {
  return Math.log((statistics.documents + 10) / Math.max(1, statistics.frequency[bucket]!)) ** 1.5
}

function lengthOf(values: Float32Array): number {
  let square = 0
  for (let at = 0; at < values.length; at++) square += values[at]! * values[at]!
  return Math.sqrt(square)
}
