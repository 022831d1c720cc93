import { workdaysBetween, type Calendar } from '#kernel/procedure/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'

/** 临期 at thirty, ten and one working days, 逾期 the day after. From the earliest to the most pressing. */
export const reminderLevels = ['thirty', 'ten', 'one', 'overdue'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

const withinWorkdays = { thirty: 30, ten: 10, one: 1 } as const

/** One reminder that was given. Another date (after a carry) is another matter and may be reminded of again. */
export interface Reminder {
  readonly level: ReminderLevel
  readonly dueOn: string
}

/**
 * The reminder due today, or null. A level counts from its day on, so a night on which nothing ran is made up for; only the most
 * pressing one is given, and each at most once.
 */
export function reminderToday(
  dueOn: DateOnly,
  given: readonly Reminder[],
  today: DateOnly,
  calendar: Calendar,
): ReminderLevel | null {
  const level = levelOf(dueOn, today, calendar)
  return given.some((one) => one.level === level && one.dueOn === dueOn) ? null : level
}

function levelOf(dueOn: DateOnly, today: DateOnly, calendar: Calendar): ReminderLevel | null {
  if (today > dueOn) return 'overdue'
  const left = workdaysBetween(calendar, today, dueOn)
  if (left <= withinWorkdays.one) return 'one'
  if (left <= withinWorkdays.ten) return 'ten'
  return left <= withinWorkdays.thirty ? 'thirty' : null
}
