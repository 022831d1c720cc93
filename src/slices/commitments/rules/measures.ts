import type { Measure } from '#kernel/metrics/contract.ts'
import type { Status } from '../contract.ts'

/** What the figures of a promise are counted from. */
export interface Measured {
  readonly status: Status
  readonly unitId: string
  readonly isConfidential: boolean
  readonly firstDueOn: string
  readonly settledOn: string | null
}

/** The totals of this slice, all by unit and year of the first date, what is confidential apart: not everybody may see its list. */
export const metrics = ['commitment.open', 'commitment.settled', 'commitment.kept_in_time'] as const

/**
 * What one promise adds to the totals. 落实率 counts by the first date (domain A1.7): a promise that was carried over and kept later
 * was not kept by its date. One that was superseded counts for nothing. What is open and past its first date is counted live,
 * since it becomes due by mere passing of the night.
 */
export function measures(it: Measured): Measure[] {
  if (it.status === 'superseded') return []
  const dimension = dimensionOf(it)
  if (it.status === 'open') return [{ metric: 'commitment.open', dimension, amount: 1 }]
  const settled: Measure = { metric: 'commitment.settled', dimension, amount: 1 }
  return isInTime(it) ? [settled, { metric: 'commitment.kept_in_time', dimension, amount: 1 }] : [settled]
}

/** Kept on or before the date that was promised first. */
export function isInTime({ status, firstDueOn, settledOn }: Pick<Measured, 'status' | 'firstDueOn' | 'settledOn'>): boolean {
  return status === 'kept' && settledOn !== null && settledOn <= firstDueOn
}

/** Due so far: its first date has passed, or the unit has settled it. */
export function isDue({ status, firstDueOn }: Pick<Measured, 'status' | 'firstDueOn'>, today: string): boolean {
  return status === 'kept' || status === 'not_kept' || (status === 'open' && firstDueOn < today)
}

export function dimensionOf({
  unitId,
  firstDueOn,
  isConfidential,
}: Pick<Measured, 'unitId' | 'firstDueOn' | 'isConfidential'>): string {
  return `${unitId}.${firstDueOn.slice(0, 4)}${isConfidential ? '.c' : ''}`
}

/** Where a figure belongs: whose it is, of which year, and whether only some may see it. */
export interface Place {
  readonly unitId: string
  readonly year: number
  readonly isConfidential: boolean
}

/** The inverse of `dimensionOf`. */
export function readDimension(dimension: string): Place {
  const [unitId = '', year, confidential] = dimension.split('.')
  return { unitId, year: Number(year), isConfidential: confidential === 'c' }
}
