const BEIJING_OFFSET_MS = 8 * 3_600_000

/** An instant as it is read in Beijing, `2022-09-27 16:30`; `instant` is ISO 8601 as the API writes it. */
export function beijingMoment(instant: string): string {
  return new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The day it is in Beijing at an instant, `YYYY-MM-DD`; without the date library of the server, which brings its validator along. */
export function beijingDay(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}

/** `2/25`, or `2022/2/25` in another year than today's. */
export function shortDay(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${Number(month)}/${Number(date)}`
  return year === today.slice(0, 4) ? short : `${year}/${short}`
}

/** The instant at which a day (`YYYY-MM-DD`) begins in Beijing, moved by whole days: ISO 8601, for a query. */
export function beijingDayStart(day: string, movedByDays = 0): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - BEIJING_OFFSET_MS + movedByDays * 86_400_000).toISOString()
}
