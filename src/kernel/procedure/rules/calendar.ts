/** The working-day calendar: Monday to Friday, less holidays, plus make-up working days (调休上班). Every walk is over whole day numbers. */
import {
  addMonths,
  dateParts,
  fromDayNumber,
  lastDayOfMonth,
  toDayNumber,
  weekdayOfNumber,
  yearOf,
  type DateOnly,
} from '#lib/pure/date.ts'
import type { Holiday, Text } from '../contract.ts'

export interface Calendar {
  readonly special: ReadonlyMap<number, Holiday>
  /** Years whose yearly notice is in: their working days are certain. */
  readonly years: ReadonlySet<number>
}

/** The longest run of days without work that a calendar may hold; a table with a longer one is broken, not a holiday. */
const LONGEST_REST_DAYS = 60

/**
 * Builds a calendar from several lists of days; a later list wins over an earlier one (the congress over the shipped table).
 * A year counts as known when its National Day (1 October) is listed: the State Council's notice always names it, and a single
 * local entry alone must not make a whole year look settled.
 */
export function calendarOf(...lists: readonly (readonly Holiday[])[]): Calendar {
  const special = new Map<number, Holiday>()
  for (const holiday of lists.flat()) special.set(toDayNumber(holiday.day), holiday)
  const years = new Set([...special.values()].filter((it) => it.day.endsWith('-10-01')).map((it) => yearOf(it.day)))
  return { special, years }
}

export function isWorkday(calendar: Calendar, day: DateOnly): boolean {
  return isWorkdayNumber(calendar, toDayNumber(day))
}

/** The entry of a day that differs from Monday to Friday, for the words beside a date. */
export function holidayOn(calendar: Calendar, day: DateOnly): Holiday | undefined {
  return calendar.special.get(toDayNumber(day))
}

/** The `count`-th working day after `from`, which is itself not counted; `from` where `count` is 0. Throws a RangeError below 0. */
export function addWorkdays(calendar: Calendar, from: DateOnly, count: number): DateOnly {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  let number = toDayNumber(from)
  for (let left = count; left > 0; left -= 1) number = nextWorkdayNumber(calendar, number + 1)
  return fromDayNumber(number)
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. The inverse of `addWorkdays`. */
export function workdaysBetween(calendar: Calendar, from: DateOnly, to: DateOnly): number {
  const last = toDayNumber(to)
  let count = 0
  for (let number = toDayNumber(from) + 1; number <= last; number += 1) count += isWorkdayNumber(calendar, number) ? 1 : 0
  return count
}

/** `day` itself where it is a working day, else the next one. */
export function workdayOnOrAfter(calendar: Calendar, day: DateOnly): DateOnly {
  return fromDayNumber(nextWorkdayNumber(calendar, toDayNumber(day)))
}

/** The last working day of the month of `day`: the monthly review (月调度) is due on it. */
export function lastWorkdayOfMonth(calendar: Calendar, day: DateOnly): DateOnly {
  let number = toDayNumber(lastDayOfMonth(day))
  while (!isWorkdayNumber(calendar, number) && number > toDayNumber(addMonths(day, -1))) number -= 1
  return fromDayNumber(number)
}

/** How the days after `from` up to and including `to` divide: weekend days and holidays skipped, make-up days counted. */
export function restBetween(
  calendar: Calendar,
  from: DateOnly,
  to: DateOnly,
): { weekends: number; holidays: number; makeUps: number } {
  const found = { weekends: 0, holidays: 0, makeUps: 0 }
  for (let number = toDayNumber(from) + 1; number <= toDayNumber(to); number += 1) {
    const special = calendar.special.get(number)
    if (special && !special.isWorkday) found.holidays += 1
    else if (special && weekdayOfNumber(number) > 5) found.makeUps += 1
    else if (!special && weekdayOfNumber(number) > 5) found.weekends += 1
  }
  return found
}

/** Years touched after `from` up to and including `to` whose holidays are not known, so that Monday to Friday was assumed. */
export function unknownYears(calendar: Calendar, from: DateOnly, to: DateOnly): number[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.years.has(year)) years.push(year)
  return years
}

/**
 * What the administrator must hear: this year's table is missing, or, from November on, next year's (product.md 2 and 8.13).
 * The State Council announces a year in October to December of the year before.
 */
export function calendarWarnings(calendar: Calendar, today: DateOnly): { year: number; sentence: Text }[] {
  const { year, month } = dateParts(today)
  const wanted = month >= 11 ? [year, year + 1] : [year]
  return wanted.filter((it) => !calendar.years.has(it)).map((it) => ({ year: it, sentence: missingYear(it, month, year) }))
}

/** The longest unbroken run of days without work that touches a year, in days. A table with a very long one is a mistake of entry. */
export function longestRest(calendar: Calendar, year: number): number {
  const first = toDayNumber(`${year}-01-01` as DateOnly) - LONGEST_REST_DAYS
  const last = toDayNumber(`${year}-12-31` as DateOnly) + LONGEST_REST_DAYS
  let longest = 0
  let run = 0
  for (let number = first; number <= last; number += 1) {
    run = isWorkdayNumber(calendar, number) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

function missingYear(year: number, month: number, thisYear: number): Text {
  const isInTime = year > thisYear && month === 11
  return {
    zh: `节假日表缺 ${year} 年，请${isInTime ? '在 12月1日 前' : '尽快'}补录。补录前，涉及该年的工作日按周一至周五计算。`,
    en: `The holidays of ${year} are not entered yet; please enter them ${isInTime ? 'by 1 December' : 'soon'}. Until then working days in that year are counted Monday to Friday.`,
  }
}

function nextWorkdayNumber(calendar: Calendar, first: number): number {
  for (let number = first; number < first + LONGEST_REST_DAYS; number += 1) if (isWorkdayNumber(calendar, number)) return number
  throw new RangeError(`no working day within ${LONGEST_REST_DAYS} days of ${fromDayNumber(first)}: the holiday table is broken`)
}

function isWorkdayNumber(calendar: Calendar, number: number): boolean {
  return calendar.special.get(number)?.isWorkday ?? weekdayOfNumber(number) <= 5
}
