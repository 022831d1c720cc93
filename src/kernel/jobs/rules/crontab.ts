/**
 * The timetable is written in Beijing time; the queue reads crontab in UTC. China has one zone (UTC+8) and no summer time, so the
 * conversion is a fixed shift of eight hours, which before 08:00 moves the day as well.
 */
import type { Weekday } from '#lib/pure/date.ts'
import type { Words } from '#lib/pure/words.ts'

/** When a scheduled job runs: every few minutes, or at a time of day on all days, some weekdays or some days of the month. */
export type When =
  | { readonly everyMinutes: 1 | 2 | 5 | 10 | 15 | 20 | 30 }
  | { readonly at: string; readonly weekdays?: readonly Weekday[]; readonly monthDays?: never }
  | { readonly at: string; readonly monthDays: readonly number[]; readonly weekdays?: never }

const BEIJING_AHEAD_HOURS = 8
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/**
 * The crontab line (minute hour day month weekday) in UTC. Throws a RangeError for what crontab cannot say: a day of the month after
 * the 28th, or the 1st before 08:00, whose day in UTC is the last of a month of unknown length.
 */
export function toCrontab(when: When): string {
  if ('everyMinutes' in when) return when.everyMinutes === 1 ? '* * * * *' : `*/${when.everyMinutes} * * * *`
  const { hour, minute } = timeOf(when.at)
  const isDayBefore = hour < BEIJING_AHEAD_HOURS
  const utcHour = (hour + 24 - BEIJING_AHEAD_HOURS) % 24
  const days = when.monthDays ? list(when.monthDays.map((day) => utcMonthDay(day, isDayBefore))) : '*'
  const weekdays = when.weekdays ? list(when.weekdays.map((day) => utcWeekday(day, isDayBefore))) : '*'
  return `${minute} ${utcHour} ${days} * ${weekdays}`
}

/** The same rule as a person says it. */
export function sentenceOfWhen(when: When): Words<string> {
  if ('everyMinutes' in when) {
    if (when.everyMinutes === 1) return { zh: '每分钟', en: 'every minute' }
    return { zh: `每 ${when.everyMinutes} 分钟`, en: `every ${when.everyMinutes} minutes` }
  }
  if (when.weekdays) {
    const zh = when.weekdays.map((day) => `周${WEEKDAYS_ZH[day - 1]}`).join('、')
    const en = when.weekdays.map((day) => WEEKDAYS_EN[day - 1]).join(', ')
    return { zh: `每${zh} ${when.at}`, en: `${en} at ${when.at}` }
  }
  if (when.monthDays) {
    const days = when.monthDays.join('、')
    return { zh: `每月 ${days} 日 ${when.at}`, en: `day ${when.monthDays.join(', ')} of each month at ${when.at}` }
  }
  return { zh: `每天 ${when.at}`, en: `every day at ${when.at}` }
}

const WEEKDAYS_ZH = '一二三四五六日'
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function timeOf(text: string): { hour: number; minute: number } {
  const match = TIME.exec(text)
  if (!match) throw new RangeError(`not a time of day, HH:mm: ${text}`)
  return { hour: Number(match[1]), minute: Number(match[2]) }
}

/** Monday is 1 here and in crontab; Sunday is 7 here and 0 there. */
function utcWeekday(day: Weekday, isDayBefore: boolean): number {
  return (day + (isDayBefore ? 6 : 0)) % 7
}

function utcMonthDay(day: number, isDayBefore: boolean): number {
  if (!Number.isInteger(day) || day < 1 || day > 28) throw new RangeError(`not a day that every month has: ${day}`)
  if (!isDayBefore) return day
  if (day === 1) throw new RangeError('the first of a month before 08:00 cannot be written in UTC; choose 08:00 or the 2nd')
  return day - 1
}

function list(numbers: readonly number[]): string {
  if (numbers.length === 0) throw new RangeError('a rule needs at least one day')
  return [...new Set(numbers)].sort((a, b) => a - b).join(',')
}
