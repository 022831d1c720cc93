/** Two things that are alike: their numbers and how much, above 0. */
export interface Likeness {
  readonly a: number
  readonly b: number
  readonly score: number
}

/**
 * Joins things into clusters: again and again the two clusters whose members are most alike on average, as long as that average is at
 * least `threshold`. Pairs that are not given count as 0, so one strong link cannot pull two strange clusters together. The result does
 * not depend on the order of the pairs; ties go to the lower numbers. Every cluster lists its numbers ascending; singles are included.
 */
export function joinByAverage(size: number, pairs: readonly Likeness[], threshold: number): number[][] {
  const clusters: (number[] | undefined)[] = Array.from({ length: size }, (_, number) => [number])
  const links: Map<number, number>[] = Array.from({ length: size }, () => new Map<number, number>())
  const heap: Likeness[] = []
  for (const { a, b, score } of pairs) {
    if (a === b || links[a]!.has(b)) continue
    links[a]!.set(b, score)
    links[b]!.set(a, score)
  }
  links.forEach((of, a) => {
    for (const [b, score] of of) if (a < b && score >= threshold) push(heap, { a, b, score })
  })
  for (let best = pop(heap); best !== undefined; best = pop(heap)) {
    if (averageOf(clusters, links, best.a, best.b) !== best.score) continue
    merge(clusters, links, best.a, best.b)
    for (const other of links[best.a]!.keys()) {
      const score = averageOf(clusters, links, best.a, other)!
      if (score >= threshold) push(heap, { a: Math.min(best.a, other), b: Math.max(best.a, other), score })
    }
  }
  return clusters.filter((cluster) => cluster !== undefined).map((cluster) => cluster.sort((x, y) => x - y))
}

/** The mean likeness of two living clusters; undefined when one of them is gone. */
function averageOf(clusters: readonly (number[] | undefined)[], links: readonly Map<number, number>[], a: number, b: number) {
  const left = clusters[a]
  const right = clusters[b]
  return left && right ? (links[a]!.get(b) ?? 0) / (left.length * right.length) : undefined
}

/** Cluster b goes into cluster a (a < b); links hold sums over all pairs of members. */
function merge(clusters: (number[] | undefined)[], links: Map<number, number>[], a: number, b: number): void {
  clusters[a]!.push(...clusters[b]!)
  clusters[b] = undefined
  for (const [other, sum] of links[b]!) {
    links[other]!.delete(b)
    if (other === a) continue
    const joint = (links[a]!.get(other) ?? 0) + sum
    links[a]!.set(other, joint)
    links[other]!.set(a, joint)
  }
  links[b]!.clear()
}

function isBefore(x: Likeness, y: Likeness): boolean {
  return x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b
}

function push(heap: Likeness[], pair: Likeness): void {
  let at = heap.push(pair) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(pair, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = pair
}

function pop(heap: Likeness[]): Likeness | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
    if (!isBefore(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
