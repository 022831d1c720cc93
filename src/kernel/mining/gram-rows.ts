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
  const all = new Map<number, number>()
  const title = new Map<number, number>()
  for (const bucket of gramBuckets(plainText(wholeText(item)))) all.set(bucket, (all.get(bucket) ?? 0) + 1)
  for (const bucket of gramBuckets(plainText(item.title ?? ''))) title.set(bucket, (title.get(bucket) ?? 0) + 1)
  const buckets = Int32Array.from(all.keys()).sort()
  return {
    buckets,
    inTitle: Uint16Array.from(buckets, (bucket) => title.get(bucket) ?? 0),
    inAll: Uint16Array.from(buckets, (bucket) => all.get(bucket)!),
  }
}

/** The buckets of all 2- and 3-grams of a plain text, repeats included. */
export function gramBuckets(plain: string): number[] {
  const buckets: number[] = []
  for (const run of runsOf(plain)) {
    const points = Array.from(run, (char) => char.codePointAt(0)!)
    for (let at = 1; at < points.length; at++) {
      const two = Math.imul(Math.imul(points[at - 1]!, 0x9e3779b1) ^ points[at]!, 0x85ebca6b)
      buckets.push(bucketOf(two))
      if (at + 1 < points.length) buckets.push(bucketOf(Math.imul(two ^ points[at + 1]!, 0xc2b2ae35)))
    }
  }
  return buckets
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
  const rarity = Float32Array.from(buckets, (bucket) => rarityOf(statistics, bucket))
  const title = weigh(inTitle, rarity)
  const all = weigh(inAll, rarity)
  const titleLength = lengthOf(title) || 1
  const allLength = lengthOf(all) || 1
  const values = Float32Array.from(buckets, (_, i) => title[i]! / titleLength + all[i]! / allLength)
  const length = lengthOf(values) || 1
  for (let i = 0; i < values.length; i++) values[i]! /= length
  return { indices: buckets, values }
}

function weigh(counts: Uint16Array, rarity: Float32Array): Float32Array {
  return Float32Array.from(counts, (count, i) => (count === 0 ? 0 : (1 + Math.log(count)) * rarity[i]!))
}

/** Rarity of a gram: ln((texts + 10) / texts that hold it) to the power 1.5; the 10 keeps it sensible while only few texts are known. */
export function rarityOf(statistics: GramStatistics, bucket: number): number {
  return Math.log((statistics.documents + 10) / Math.max(1, statistics.frequency[bucket]!)) ** 1.5
}

function lengthOf(values: Float32Array): number {
  let square = 0
  for (const value of values) square += value * value
  return Math.sqrt(square)
}
