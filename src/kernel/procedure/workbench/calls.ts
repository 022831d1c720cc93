import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { calendarApi } from '../endpoints.ts'

export const calls = client<typeof calendarApi>({
  getCalendarYear: ['GET', '/calendar/{year}'],
  replaceCalendarYear: ['PUT', '/calendar/{year}'],
  listCalendarWarnings: ['GET', '/calendar/warnings'],
})

/** What a change of the calendar makes stale: the calendar itself, and every date computed in working days. */
export const topics = ['calendar', 'suggestions'] as const

export function useYear(year: number) {
  return useQuery({ queryKey: ['calendar', year], queryFn: () => calls.getCalendarYear({ params: { year } }) })
}

/** Which years are missing, and the server's own day. */
export function useWarnings() {
  return useQuery({ queryKey: ['calendar', 'warnings'], queryFn: () => calls.listCalendarWarnings() })
}
