import { yearOf } from '#lib/pure/date.ts'
import type { CalendarDay, Holiday } from '../contract.ts'

/** The days of one year by date, an own day in place of the shipped one of the same date. */
export function mergedYear(year: number, shipped: readonly Holiday[], own: readonly Holiday[]): CalendarDay[] {
  const days = new Map<string, CalendarDay>()
  for (const it of shipped) if (yearOf(it.day) === year) days.set(it.day, { ...it, source: 'shipped', replaced: null })
  for (const it of own) {
    if (yearOf(it.day) !== year) continue
    const below = days.get(it.day)
    days.set(it.day, { ...it, source: 'own', replaced: below ? { isWorkday: below.isWorkday, name: below.name } : null })
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
