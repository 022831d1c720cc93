const BEIJING_OFFSET_MS = 8 * 3_600_000

/** The day it is in Beijing at an instant, `YYYY-MM-DD`, without the date library of the server. */
export function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}
