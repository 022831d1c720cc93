import type { Measure } from '../contract.ts'

/** One figure that the running total and the rows do not agree on. */
export interface Difference {
  readonly metric: string
  readonly dimension: string
  readonly kept: number
  readonly counted: number
}

/** Where the totals that were kept differ from a fresh count; several measures of one dimension add up. */
export function differences(metric: string, kept: ReadonlyMap<string, number>, counted: readonly Measure[]): Difference[] {
  const fresh = new Map<string, number>()
  for (const it of counted) {
    if (it.metric === metric) fresh.set(it.dimension, (fresh.get(it.dimension) ?? 0) + it.amount)
  }
  return [...new Set([...kept.keys(), ...fresh.keys()])]
    .map((dimension) => ({ metric, dimension, kept: kept.get(dimension) ?? 0, counted: fresh.get(dimension) ?? 0 }))
    .filter((it) => it.kept !== it.counted)
}
