import * as z from 'zod'
import { DateOnly } from '#lib/pure/date.ts'
import type { Words } from '#lib/pure/words.ts'

/** One text in both languages. */
export type Text = Words<string>

export const termUnits = ['month', 'day', 'workday'] as const

/** A length of time as a rule states it: 3 个月, 5 日 or 5 个工作日. The unit is part of the number (5 日 is not 5 个工作日). */
export const Term = z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(termUnits) })
export type Term = z.infer<typeof Term>

/** A term together with the provision that sets it, such as 《代表法》第五十一条. */
export const LegalTerm = z.strictObject({ term: Term, basis: z.string().trim().min(2).max(200) })
export type LegalTerm = z.infer<typeof LegalTerm>

/** A due date set by hand; the reason is printed on the record. */
export const Override = z.strictObject({ dueOn: DateOnly, reason: z.string().trim().min(2).max(500) })
export type Override = z.infer<typeof Override>

/** Whether a date that falls on a day of rest stays there or moves to the next working day (《民法典》第二百零三条). */
export const RestDayRule = z.enum(['stays', 'nextWorkday'])
export type RestDayRule = z.infer<typeof RestDayRule>

/** A stretch in which a clock that is not statutory stood still: from `from`, running again on `until`. */
export interface Pause {
  readonly from: DateOnly
  readonly until: DateOnly
  readonly reason: string
}

interface RunningClock {
  /** Day 0, not counted itself: the day of hand-over (交办之日) and the like. */
  readonly startsOn: DateOnly
  /** What happened on day 0, for the sentence: 交办 / hand-over. */
  readonly startsAt: Text
  readonly term: Term
  /** Approved extensions in the order of approval. Terms of one unit are summed before counting, so 3 + 3 months are 6 from day 0. */
  readonly extensions: readonly Term[]
  /** The outer limit from day 0 that neither extensions nor local rules may pass: six months for a reply. */
  readonly limit?: Term | undefined
  readonly override?: Override | undefined
  /** The day of delivery (the reply reached the deputy): the clock stops for good. */
  readonly stoppedOn?: DateOnly | undefined
  /** What the delivery is called, for the sentence: 答复 / answered; 办结 where it is not said. */
  readonly stopsAt?: Text | undefined
  readonly restDayRule?: RestDayRule | undefined
}

/**
 * A statutory clock never pauses: it stops on delivery and extends only by approval (product D6). Only a clock that says it is
 * not statutory, such as the one of an internal task, can have pauses; anything else does not compile.
 */
export type Clock = RunningClock &
  ({ readonly isStatutory?: true; readonly pauses?: never } | { readonly isStatutory: false; readonly pauses: readonly Pause[] })

export type StepKind = 'start' | 'term' | 'extension' | 'limit' | 'pause' | 'restDay' | 'override' | 'estimate'

/** One step of the computation: what was done and the date after it. */
export interface Step {
  readonly kind: StepKind
  readonly on: DateOnly
  readonly text: Text
}

/** A date that explains itself. */
export interface Deadline {
  readonly dueOn: DateOnly
  readonly sentence: Text
  /** The provision the term rests on. */
  readonly basis: string
  readonly steps: readonly Step[]
  /** True where working days were counted in a year whose holidays are not known yet. */
  readonly isEstimate: boolean
  readonly clock: Clock
}

/** Where a clock stands on a day. `workdaysLeft` counts the days after today up to and including the due date. */
export type Remaining =
  | { readonly level: 'notStarted'; readonly startsInDays: number; readonly sentence: Text }
  | { readonly level: 'normal' | 'near'; readonly workdaysLeft: number; readonly daysLeft: number; readonly sentence: Text }
  | { readonly level: 'overdue'; readonly overdueDays: number; readonly sentence: Text }
  | { readonly level: 'done'; readonly earlyDays: number; readonly lateDays: number; readonly sentence: Text }

/** One day that differs from Monday to Friday: a holiday, or a make-up working day (调休上班). */
export const Holiday = z.strictObject({ day: DateOnly, isWorkday: z.boolean(), name: z.string().trim().min(1).max(40) })
export type Holiday = z.infer<typeof Holiday>

/**
 * A day of the calendar of a congress and whose entry it is: that of the State Council's table, or the congress's own. `replaced` is
 * the shipped entry that an own one stands over, and that would count again without it.
 */
export const CalendarDay = Holiday.extend({
  source: z.enum(['shipped', 'own']),
  replaced: Holiday.omit({ day: true }).nullable(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/**
 * The calendar of one year: the shipped table with the congress's own days on top, by date. `isKnown` is false where working days
 * are still counted Monday to Friday; `papers` are the notices behind the shipped days; `version` is a digest of the own days.
 */
export const CalendarYear = z.object({
  year: z.int(),
  version: z.int(),
  isKnown: z.boolean(),
  papers: z.array(z.string()),
  days: z.array(CalendarDay),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** The congress's own days of a year, all of them. */
export const CalendarInput = z.strictObject({ days: z.array(Holiday).max(366) })

export const CalendarWarnings = z.object({
  today: DateOnly,
  items: z.array(z.object({ year: z.int(), sentence: z.string() })),
})

/** The settings of one slice: its name and the schema that every stored version must fit. */
export interface ProfileKind<S extends z.ZodType = z.ZodType> {
  readonly slice: string
  readonly settings: S
}

/** One version of a procedure profile (办理规则包). Versions are numbered from 1 for each slice and never change once activated. */
export interface ProfileVersion<T> {
  readonly version: number
  readonly effectiveOn: DateOnly
  readonly title: string
  readonly settings: T
  readonly activatedAt: Date
  readonly activatedBy: string | null
  readonly activatedByName: string | null
}

/** `past` was in force, `current` is, `coming` will be from its day on. */
const Standing = z.enum(['past', 'current', 'coming'])

/** Every version of a slice's settings, the newest first, and what holds where a congress has none of its own. */
export function versionsOf<S extends z.ZodType>(settings: S) {
  const item = z.object({
    version: z.int(),
    title: z.string(),
    effectiveOn: DateOnly,
    standing: Standing,
    activatedAt: z.iso.datetime(),
    /** Null for a version that the installation began with. */
    activatedBy: z.object({ name: z.string() }).nullable(),
    settings,
  })
  return z.object({ today: DateOnly, lawful: settings, items: z.array(item) })
}

export interface ProfileInput<T> {
  readonly effectiveOn: DateOnly
  readonly title: string
  readonly settings: T
}

// The pure engine is part of the contract, so that the rules of slices and the browser can use it without touching the database.
export {
  addWorkdays,
  calendarOf,
  calendarWarnings,
  isWorkday,
  lastWorkdayOfMonth,
  workdaysBetween,
  type Calendar,
} from './rules/calendar.ts'
export { extensionRefusal, overrideRefusal } from './rules/change-clock.ts'
export { deadline, dueDate, remaining } from './rules/clock.ts'
