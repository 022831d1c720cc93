/**
 * How guessing is met (ASVS 6.1.1: never at the victim's cost). Wrong secrets count for a name and a network together: five of them
 * close that name to that network for a quarter of an hour, while the person signs in from anywhere else as usual. Guessing that is
 * spread over many networks slows every sign-in of the congress a little and raises an alarm; it locks nobody.
 */
export const FAILURES_ALLOWED = 5
export const LOCK_MS = 15 * 60_000
export const SLICE_MS = 10 * 60_000
/** Wrong guesses in one slice at which the audit log and its readers are told. */
export const ALARM_AT = 100
const SLOW_FROM = 100
const STEP_MS = 250
const SLOWEST_MS = 3000

/** How long each sign-in waits, in milliseconds, after `failures` wrong guesses in the last hour over all names and networks. */
export function slowDown(failures: number): number {
  return Math.min(SLOWEST_MS, Math.floor(failures / SLOW_FROM) * STEP_MS)
}

export function sliceOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / SLICE_MS) * SLICE_MS)
}

const CODES_ALLOWED = 20
const CODES_BLOCKED_MS = 3_600_000

/**
 * True when codes are not taken from this network: twenty wrong ones in a row, all by somebody who knows the password. A network from
 * which the person has signed in before is not concerned, nor are rescue codes.
 */
export function isCodeBlocked(facts: { failures: number; failedAt: Date | null; isFamiliar: boolean }, now: Date): boolean {
  if (facts.isFamiliar || facts.failedAt === null || facts.failures < CODES_ALLOWED) return false
  return now.getTime() - facts.failedAt.getTime() < CODES_BLOCKED_MS
}
