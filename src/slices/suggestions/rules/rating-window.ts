import { workdaysBetween, type Calendar } from '#kernel/procedure/contract.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'

/** Working days after the reply on which the deputy is asked again (product.md 7.6). Two times, then never more. */
const REMINDERS = [5, 12] as const

/**
 * What a reply without a rating needs today. It lapses the day after the window, and not before both reminders were given: whoever was
 * never asked is not counted as silent (domain A1.6, A1.7).
 */
export function ratingStep(
  it: { repliedOn: string; dueOn: string; asked: number; today: DateOnly },
  calendar: Calendar,
): 'remind' | 'lapse' | null {
  const next = REMINDERS[it.asked]
  if (next === undefined) return it.today > it.dueOn ? 'lapse' : null
  return workdaysBetween(calendar, toDateOnly(it.repliedOn), it.today) >= next ? 'remind' : null
}
