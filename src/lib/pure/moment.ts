const BEIJING_OFFSET_MS = 8 * 3_600_000

/** An instant as it is read in Beijing, `2022-09-27 16:30`; `instant` is ISO 8601 as the API writes it. */
export function beijingMoment(instant: string): string {
  return new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The instant at which a day (`YYYY-MM-DD`) begins in Beijing, moved by whole days: ISO 8601, for a query. */
export function beijingDayStart(day: string, movedByDays = 0): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - BEIJING_OFFSET_MS + movedByDays * 86_400_000).toISOString()
}
