import type { Period } from '#kernel/congress/contract.ts'

/**
 * The series in which numbers run on (domain A1.9): one for each session, one for each year between sessions, kept apart.
 * `17-1` is the first session of the 17th term, `17-2022` the year 2022 between its sessions.
 */
export function seriesOf(period: Period, day: string): string {
  return `${period.term}-${period.session ?? day.slice(0, 4)}`
}

/** The reference in public addresses and letters: `17-1-0112`. Four digits keep lists in order; more are never cut. */
export function referenceOf(series: string, number: number): string {
  return `${series}-${String(number).padStart(4, '0')}`
}
