import { calendarOf, type Calendar } from '#kernel/procedure/contract.ts'
import { shippedHolidays } from '#kernel/procedure/api.ts'
import { startOfBeijingDay, toDateOnly, type DateOnly } from '#lib/pure/date.ts'

/** The moment the world stands still at: 27 September 2022, 16:30 in Beijing, as the screens show it. */
export const WORLD_NOW = new Date('2022-09-27T16:30:00+08:00')

/** The calendar the world was lived in: the State Council's holidays, without days of a congress's own. */
export const calendar: Calendar = calendarOf(shippedHolidays)

const HOUR_MS = 3_600_000

/** An instant of a Beijing day; `hour` may have a fraction (8.5 is half past eight). */
export function at(day: string, hour: number): Date {
  return new Date(startOfBeijingDay(toDateOnly(day)).getTime() + Math.round(hour * HOUR_MS))
}

export function day(text: string): DateOnly {
  return toDateOnly(text)
}
