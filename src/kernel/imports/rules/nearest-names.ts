export interface NamedThing {
  readonly id: string
  readonly name: string
  /** Further ways in which it is properly written. */
  readonly shortName?: string
  /** Tells apart two of one name: the delegation of a deputy. */
  readonly hint?: string | null
}

/** A name as it is compared and remembered: width, spaces and brackets do not count (`市 房产局` is `市房产局`). */
export function bareName(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll(/[\s·•.()（）【】"“”']/g, '')
    .toLowerCase()
}

/** Those who are properly called so; more than one where two share a name. */
export function calledSo<T extends NamedThing>(things: readonly T[], written: string): T[] {
  const bare = bareName(written)
  return things.filter(({ name, shortName }) => bareName(name) === bare || (shortName && bareName(shortName) === bare))
}

const MOST = 3
const LEAST_LIKENESS = 0.5
/** Who is so much less like than the likest is not meant. */
const WORTH_NAMING = 0.12

/**
 * Who may be meant, likest first: the share of characters that both names have in one order (城建环保委 holds all of 城环委). An aid; a
 * person decides.
 */
export function nearestNames<T extends NamedThing>(things: readonly T[], written: string): T[] {
  const bare = bareName(written)
  const like = things
    .map((thing) => ({
      thing,
      likeness: Math.max(...[thing.name, thing.shortName ?? ''].map((it) => likeness(bareName(it), bare))),
    }))
    .filter((it) => it.likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
  const best = like[0]?.likeness ?? 0
  return like
    .filter((it) => it.likeness >= best - WORTH_NAMING)
    .slice(0, MOST)
    .map(({ thing }) => thing)
}

/** 0 to 1: twice the longest common subsequence over both lengths. */
export function likeness(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  if (left.length === 0 || right.length === 0) return 0
  let above = Array.from({ length: right.length + 1 }, () => 0)
  for (const one of left) {
    const row = [0]
    for (const [at, other] of right.entries()) {
      row.push(one === other ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!))
    }
    above = row
  }
  return (2 * above[right.length]!) / (left.length + right.length)
}
