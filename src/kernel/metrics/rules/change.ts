import type { Measure } from '../contract.ts'

/** What must be added to the totals when one record's measures turn from `before` to `after`; nothing where they are equal. */
export function change(before: readonly Measure[], after: readonly Measure[]): Measure[] {
  const amounts = new Map<string, Measure>()
  const add = (it: Measure, sign: 1 | -1): void => {
    const key = JSON.stringify([it.metric, it.dimension])
    amounts.set(key, { ...it, amount: (amounts.get(key)?.amount ?? 0) + sign * it.amount })
  }
  before.forEach((it) => add(it, -1))
  after.forEach((it) => add(it, 1))
  return [...amounts.values()].filter((it) => it.amount !== 0)
}

/** A share as people read it: one decimal, half up, "—" where nothing was counted (never 0% or 100%). */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  return `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`
}
