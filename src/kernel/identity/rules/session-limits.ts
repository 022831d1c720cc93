/** Staff sessions end after 30 idle minutes and after 12 hours in any case (ASVS 7.3, reliability 3.5). */
export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000
const TOUCH_MS = 60_000

export function isLive(session: { seenAt: Date; expiresAt: Date }, now: Date): boolean {
  return now < session.expiresAt && now.getTime() - session.seenAt.getTime() < IDLE_MS
}

/** A request writes `seen_at` at most once a minute: a page with ten requests is one write. */
export function needsTouch(session: { seenAt: Date }, now: Date): boolean {
  return now.getTime() - session.seenAt.getTime() >= TOUCH_MS
}
