import type { Measure } from '#kernel/metrics/contract.ts'
import type { Satisfaction, Status } from '../contract.ts'
import type { ClassMeaning } from './profile.ts'

/** What the figures of a suggestion are counted from; every fact stands on its row, so a change of the row is a change of the totals. */
export interface Measured {
  readonly status: Status
  readonly unitId: string | null
  readonly isConfidential: boolean
  /** 年度 (`rules/year.ts`). */
  readonly year: number | null
  readonly handedOverOn: string | null
  readonly repliedOn: string | null
  /** The day of the first visit, meeting or site view. */
  readonly metOn: string | null
  /** Of the first reply; null before it. */
  readonly wasLate: boolean | null
  /** What the class of the newest reply means in every place. */
  readonly replyMeaning: ClassMeaning | null
  /** Ratings count once they are final: the office has closed the case or handed it back. */
  readonly firstResult: Satisfaction | null
  readonly finalAttitude: Satisfaction | null
  readonly finalResult: Satisfaction | null
  readonly transfers: number
}

/** Everything that is counted by unit (domain A1.7); the names of the totals are `suggestion.` and one of these. */
export const unitMetrics = [
  'handed_over',
  'replied',
  'met',
  'in_time',
  'late',
  'solved',
  'classified',
  'rated',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'attitude_satisfied',
  'first_rated',
  'first_satisfied',
  'unrated',
  'transferred',
] as const
export type UnitMetric = (typeof unitMetrics)[number]

/** What the newest replies mean, by meaning (the classes of a place are its own letters for them); hand-overs and newest replies by month. */
export const MEANING = 'suggestion.meaning'
export const HANDED_OVER_IN = 'suggestion.handed_over_in'
export const REPLIED_IN = 'suggestion.replied_in'

/**
 * What one suggestion adds to the totals. A change appends the difference between after and before, the nightly recount sums this
 * over all rows, and both must agree. All but the statuses are counted by year. Unit of count: the suggestion, at the unit that leads it, not the reply (domain A1.7: a mixed
 * denominator is a real error). What is confidential is counted apart: a figure holds exactly the rows that its reader's list holds.
 */
export function measures(it: Measured): Measure[] {
  if (it.status === 'draft') return []
  const at = (metric: string, key: string): Measure => ({ metric, dimension: it.isConfidential ? `${key}.c` : key, amount: 1 })
  const status = at('suggestion.status', it.status)
  const of = (metric: string, key: string): Measure => at(metric, it.year === null ? key : `${key}@${it.year}`)
  const { unitId, replyMeaning, handedOverOn, repliedOn } = it
  if (it.status === 'withdrawn' || handedOverOn === null || unitId === null) return [status]
  const counted = unitMetrics.filter((metric) => counts[metric](it))
  const meaning = replyMeaning === null ? [] : [of(MEANING, replyMeaning)]
  const months = [of(HANDED_OVER_IN, monthOf(handedOverOn)), ...(repliedOn === null ? [] : [of(REPLIED_IN, monthOf(repliedOn))])]
  return [status, ...meaning, ...months, ...counted.map((metric) => of(`suggestion.${metric}`, unitId))]
}

/** `2022-03`. */
function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** A unit, a status, a meaning or a month; the year, where the total has one; and whether it is that of what is confidential. */
export function readDimension(dimension: string): { key: string; year: number | null; isConfidential: boolean } {
  const isConfidential = dimension.endsWith('.c')
  const [key = '', year] = (isConfidential ? dimension.slice(0, -2) : dimension).split('@')
  return { key, year: year === undefined ? null : Number(year), isConfidential }
}

const counts: Readonly<Record<UnitMetric, (it: Measured) => boolean>> = {
  handed_over: () => true,
  replied: (it) => it.repliedOn !== null,
  met: (it) => it.metOn !== null,
  in_time: (it) => it.wasLate === false,
  late: (it) => it.wasLate === true,
  solved: (it) => it.replyMeaning === 'solved',
  classified: (it) => it.replyMeaning !== null,
  rated: (it) => it.finalResult !== null,
  satisfied: (it) => it.finalResult === 'satisfied',
  basically_satisfied: (it) => it.finalResult === 'basically_satisfied',
  dissatisfied: (it) => it.finalResult === 'dissatisfied',
  attitude_satisfied: (it) => it.finalAttitude === 'satisfied',
  first_rated: (it) => it.firstResult !== null,
  first_satisfied: (it) => it.firstResult === 'satisfied',
  unrated: (it) => it.status === 'unrated',
  transferred: (it) => it.transfers > 0,
}
