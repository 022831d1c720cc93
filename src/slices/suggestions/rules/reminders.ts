import { workdaysBetween, type Calendar } from '#kernel/procedure/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'

/** 临期 at ten, five and one working days, 逾期 the day after (product.md 7.6). From the earliest to the most pressing. */
export const reminderLevels = ['ten', 'five', 'one', 'overdue'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

const withinWorkdays = { ten: 10, five: 5, one: 1 } as const

/** One reminder that was given. Another date or another round is another matter and may be reminded of again. */
export interface Reminder {
  readonly level: ReminderLevel
  readonly dueOn: string
  readonly round: number
}

/**
 * The reminder due today, or null. A level counts from its day on, so a night on which nothing ran is made up for; only the most
 * pressing one is given, and each at most once.
 */
export function reminderToday(
  it: { dueOn: DateOnly; round: number },
  given: readonly Reminder[],
  today: DateOnly,
  calendar: Calendar,
): ReminderLevel | null {
  const level = levelOf(it.dueOn, today, calendar)
  const isGiven = given.some((one) => one.level === level && one.dueOn === it.dueOn && one.round === it.round)
  return isGiven ? null : level
}

function levelOf(dueOn: DateOnly, today: DateOnly, calendar: Calendar): ReminderLevel | null {
  if (today > dueOn) return 'overdue'
  const left = workdaysBetween(calendar, today, dueOn)
  if (left <= withinWorkdays.one) return 'one'
  if (left <= withinWorkdays.five) return 'five'
  return left <= withinWorkdays.ten ? 'ten' : null
}
