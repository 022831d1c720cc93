/** Moves: of all partners, those that stand in one common order have stayed; the fewest possible others have moved. */

/**
 * The rising run of most elements; among runs of equal length the one with the greater weight (the longer texts stay, the shorter
 * one has moved). The elements come in the order of the old version, `key` is their place in the new one.
 */
export function longestRise<T>(
  elements: readonly T[],
  key: (element: T) => number,
  weight: (element: T) => number = () => 0,
): T[] {
  const count: number[] = []
  const sum: number[] = []
  const previous: number[] = []
  let best = -1
  elements.forEach((element, index) => {
    count[index] = 1
    sum[index] = weight(element)
    previous[index] = -1
    for (let earlier = 0; earlier < index; earlier += 1) {
      const before = elements[earlier]
      if (before === undefined || key(before) >= key(element)) continue
      const [length, total] = [(count[earlier] ?? 0) + 1, (sum[earlier] ?? 0) + weight(element)]
      if (length < (count[index] ?? 0) || (length === count[index] && total <= (sum[index] ?? 0))) continue
      count[index] = length
      sum[index] = total
      previous[index] = earlier
    }
    if (
      best < 0 ||
      (count[index] ?? 0) > (count[best] ?? 0) ||
      (count[index] === count[best] && (sum[index] ?? 0) > (sum[best] ?? 0))
    )
      best = index
  })
  const run: T[] = []
  for (let index = best; index >= 0; index = previous[index] ?? -1) run.unshift(...elements.slice(index, index + 1))
  return run
}
