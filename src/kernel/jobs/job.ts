import type * as z from 'zod'
import type { Database } from '#lib/db/tx.ts'
import type { Words } from '#lib/pure/words.ts'
import type { When } from './rules/crontab.ts'

/** What a job may write to the log: facts about the work, never the payload and no personal data. */
export interface JobLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What every job gets. There is no other clock; `signal` aborts when the program stops. */
export interface Deps {
  readonly database: Database
  readonly clock: () => Date
  readonly log: JobLog
  readonly signal: AbortSignal
}

/**
 * One kind of background work. A job runs at least once: what it changes must be the same after a second run, what it sends outside
 * must carry a stable id or be marked as sent before it leaves.
 */
export interface Job<S extends z.ZodType = z.ZodType> {
  /** `slice.verb-phrase` */
  readonly name: string
  readonly payload: S
  /** How often it is tried before it is parked for a human; 5 unless told. */
  readonly tries: number
  run(deps: Deps, payload: z.output<S>): Promise<void>
}

export const DEFAULT_TRIES = 5

/** Defines a job; the payload that `run` receives is checked against the schema. */
export function job<S extends z.ZodType>(it: Omit<Job<S>, 'tries'> & { tries?: number }): Job<S> {
  return { tries: DEFAULT_TRIES, ...it }
}

/** One line of the timetable. A scheduled job has no payload of its own; it finds its work itself. */
export interface ScheduleEntry {
  readonly job: Pick<Job, 'name' | 'tries'>
  readonly when: When
  /** What it does, for the operations guide. */
  readonly what: Words<string>
}
