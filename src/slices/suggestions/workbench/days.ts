const BEIJING_OFFSET_MS = 8 * 3_600_000

/** The day it is in Beijing at an instant, `YYYY-MM-DD`. Without the date library of the server, which brings its validator along. */
export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}

/** `2/25`, or `2022/2/25` in another year than today's. */
export function shortDay(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${Number(month)}/${Number(date)}`
  return year === today.slice(0, 4) ? short : `${year}/${short}`
}

/** The same day some months on, or the last of a shorter month: about until when an extension would reach. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
