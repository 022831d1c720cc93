import type { Period } from '#kernel/congress/contract.ts'

/** The series in which 议案第N号 runs on: one for each session, one for each year between sessions, apart from that of suggestions. */
export function seriesOf(period: Period, day: string): string {
  return `${period.term}-${period.session ?? day.slice(0, 4)}`
}

/** The reference in public addresses: `17-1-003`. Three digits keep lists in order; more are never cut. */
export function referenceOf(series: string, number: number): string {
  return `${series}-${String(number).padStart(3, '0')}`
}
