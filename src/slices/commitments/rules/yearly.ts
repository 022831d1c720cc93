import { dueDate, workdaysBetween, type Calendar } from '#kernel/procedure/contract.ts'
import { toDateOnly, yearOf, type DateOnly } from '#lib/pure/date.ts'
import type { ReportKind, Status } from '../contract.ts'
import type { CommitmentProfile } from './profile.ts'

export interface Reported {
  readonly status: Status
  readonly openedOn: string
  /** The year of the newest yearly report. */
  readonly yearlyYear: number | null
}

/** The first day on which the yearly report of that year is due from the units. */
export function yearlyFrom(year: number, profile: CommitmentProfile): DateOnly {
  return toDateOnly(`${year}-${String(profile.yearly.fromMonth).padStart(2, '0')}-01`)
}

/** The year whose report is due today and has not come, or null. What was promised after the season began has nothing to tell yet. */
export function wantedYear(it: Reported, today: DateOnly, profile: CommitmentProfile): number | null {
  const year = yearOf(today)
  const from = yearlyFrom(year, profile)
  return it.status === 'open' && today >= from && it.openedOn < from && it.yearlyYear !== year ? year : null
}

/**
 * Whether a report made today is the account of its year that the deputy rates: the first one in the season, or the last word on a
 * promise (办成、不能办成) at any time. A year has one.
 */
export function isYearly(it: Reported, kind: ReportKind, today: DateOnly, profile: CommitmentProfile): boolean {
  if (it.yearlyYear === yearOf(today)) return false
  return kind !== 'progress' || wantedYear(it, today, profile) !== null
}

/** The last day for rating a yearly report. */
export function rateBy(reportedOn: string, profile: CommitmentProfile, calendar: Calendar): DateOnly {
  const startsAt = { zh: '报告', en: 'the report' }
  return dueDate({ startsOn: toDateOnly(reportedOn), startsAt, term: profile.rating.term, extensions: [] }, calendar)
}

/** When units are asked for missing reports: as the season begins, and once more in its last ten working days. */
export type YearlyBeat = 'first' | 'last'

const LAST_WORKDAYS = 10

export function yearlyBeat(today: DateOnly, profile: CommitmentProfile, calendar: Calendar): YearlyBeat | null {
  const year = yearOf(today)
  if (today < yearlyFrom(year, profile)) return null
  return workdaysBetween(calendar, today, toDateOnly(`${year}-12-31`)) <= LAST_WORKDAYS ? 'last' : 'first'
}
