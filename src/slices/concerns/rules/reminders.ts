import { workdaysBetween, type Calendar } from '#kernel/procedure/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'

/** 临期 on the last working day, 逾期 the day after. */
export const reminderLevels = ['near', 'overdue'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

/** One reminder that was given. Another date, at another unit, is another matter and may be reminded of again. */
export interface Reminder {
  readonly level: ReminderLevel
  readonly dueOn: string
}

const NEAR_WORKDAYS = 1

/** The reminder due today, or null. A level counts from its day on, so a night on which nothing ran is made up for; each comes once. */
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
  return workdaysBetween(calendar, today, dueOn) <= NEAR_WORKDAYS ? 'near' : null
}
