const BEIJING_OFFSET_MS = 8 * 3_600_000

/** The day it is in Beijing at an instant, `YYYY-MM-DD`, without the date library of the server. */
export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}

/** `2/25`, or `2022/2/25` in another year than today's. */
export function shortDay(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${Number(month)}/${Number(date)}`
  return year === today.slice(0, 4) ? short : `${year}/${short}`
}
