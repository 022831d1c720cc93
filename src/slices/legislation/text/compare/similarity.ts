/**
 * How alike two units are: by the pairs of neighbouring characters they share. A pair that stands in every article (应当, 人民政府)
 * says little, a rare one much, so each pair weighs the more the fewer units have it.
 */

export interface Likeness {
  /** 1 for the same words, 0 for none in common. */
  alike(old: number, fresh: number): number
  /** The part of the new unit's words that stand in the old one. */
  contained(old: number, fresh: number): number
  /** The part of the old unit's words that stand in the new one. */
  containing(old: number, fresh: number): number
}

type Bag = Map<string, number>

/** Prepares the comparison of every old unit with every new one; texts are expected in their plain form. */
export function likeness(olds: readonly string[], news: readonly string[]): Likeness {
  const oldBags = olds.map(bagOf)
  const newBags = news.map(bagOf)
  const weights = weightsOf([...oldBags, ...newBags])
  const oldSums = oldBags.map((bag) => sum(bag, weights))
  const newSums = newBags.map((bag) => sum(bag, weights))
  const common = commonWeights(oldBags, newBags, weights)
  const shared = (old: number, fresh: number) => common[old * news.length + fresh] ?? 0
  return {
    alike: (old, fresh) => ratio(2 * shared(old, fresh), (oldSums[old] ?? 0) + (newSums[fresh] ?? 0)),
    contained: (old, fresh) => ratio(shared(old, fresh), newSums[fresh] ?? 0),
    containing: (old, fresh) => ratio(shared(old, fresh), oldSums[old] ?? 0),
  }
}

function bagOf(text: string): Bag {
  const bag: Bag = new Map()
  for (let index = 0; index < text.length - 1; index += 1) {
    const pair = text.slice(index, index + 2)
    bag.set(pair, (bag.get(pair) ?? 0) + 1)
  }
  return bag
}

function weightsOf(bags: readonly Bag[]): Bag {
  const seen: Bag = new Map()
  for (const bag of bags) for (const pair of bag.keys()) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  return new Map([...seen].map(([pair, count]) => [pair, Math.log(1 + bags.length / count)]))
}

function sum(bag: Bag, weights: Bag): number {
  let total = 0
  for (const [pair, count] of bag) total += count * (weights.get(pair) ?? 0)
  return total
}

/** Weight of the pairs that each old and each new unit share, row by row; found through a list of the old units that have a pair. */
function commonWeights(oldBags: readonly Bag[], newBags: readonly Bag[], weights: Bag): Float64Array {
  const holders = new Map<string, { old: number; count: number }[]>()
  oldBags.forEach((bag, old) => {
    for (const [pair, count] of bag) {
      const list = holders.get(pair)
      if (list) list.push({ old, count })
      else holders.set(pair, [{ old, count }])
    }
  })
  const common = new Float64Array(oldBags.length * newBags.length)
  newBags.forEach((bag, fresh) => {
    for (const [pair, count] of bag) {
      const weight = weights.get(pair) ?? 0
      for (const holder of holders.get(pair) ?? []) {
        const cell = holder.old * newBags.length + fresh
        common[cell] = (common[cell] ?? 0) + Math.min(count, holder.count) * weight
      }
    }
  })
  return common
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
