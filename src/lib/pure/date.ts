/**
 * Calendar dates as the law counts them: a day in Beijing, without a time and without a zone.
 *
 * Nothing here reads the host's time zone: a date is a string `YYYY-MM-DD`, arithmetic runs on whole days counted in UTC,
 * and an instant becomes a date by adding eight hours, because China keeps one zone (UTC+8) and has had no summer time since 1991.
 */
import * as z from 'zod'

/** A calendar day in Beijing, `YYYY-MM-DD`, proven to exist (no 30 February). */
export const DateOnly = z.iso.date('日期应写成 2026-03-05 这样的形式').brand<'DateOnly'>()
export type DateOnly = z.infer<typeof DateOnly>

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY_MS = 86_400_000
const BEIJING_OFFSET_MS = 8 * 3_600_000
const WEEKDAYS_ZH = '一二三四五六日'
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Reads `YYYY-MM-DD`; throws a ZodError where the text is no existing day. */
export function toDateOnly(text: string): DateOnly {
  return DateOnly.parse(text)
}

/** The day it is in Beijing at an instant: 16:00 UTC is already tomorrow there. */
export function toBeijingDate(instant: Date): DateOnly {
  return fromDayNumber(Math.floor((instant.getTime() + BEIJING_OFFSET_MS) / DAY_MS))
}

/** The instant at which a day begins in Beijing (00:00, UTC+8). A deadline "by the end of the day" is the start of the next one. */
export function startOfBeijingDay(day: DateOnly): Date {
  return new Date(toDayNumber(day) * DAY_MS - BEIJING_OFFSET_MS)
}

/** Whole days since 1970-01-01; the form in which loops over days are cheap. */
export function toDayNumber(day: DateOnly): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** The inverse of `toDayNumber`; throws a RangeError outside the years 0000 to 9999. */
export function fromDayNumber(dayNumber: number): DateOnly {
  const text = new Date(dayNumber * DAY_MS).toISOString()
  if (text.length !== 24) throw new RangeError(`day number ${dayNumber} lies outside the years 0000 to 9999`)
  return text.slice(0, 10) as DateOnly
}

/** The day `days` later (earlier where negative). */
export function addDays(day: DateOnly, days: number): DateOnly {
  return fromDayNumber(toDayNumber(day) + days)
}

/**
 * The corresponding day `months` later; where that month has no such day, its last day (30 November + 3 months = 28 February).
 *
 * Source: 《民法典》第二百零二条, "到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日". The laws on suggestions do not
 * say how months are counted, so the general rule is taken by analogy; the end of the month is also the reading that is never too late.
 * It follows that adding three months twice is not adding six (30 Nov → 28 Feb → 28 May, but 30 May at once): sum the months first.
 */
export function addMonths(day: DateOnly, months: number): DateOnly {
  const { year, month, day: dayOfMonth } = dateParts(day)
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1 + months, 1)
  const firstNumber = first.getTime() / DAY_MS
  return fromDayNumber(firstNumber + Math.min(dayOfMonth, daysInMonthAt(firstNumber)) - 1)
}

/** Days from one date to another: 0 on the same day, negative where `to` is earlier. */
export function diffDays(from: DateOnly, to: DateOnly): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Negative, zero or positive, for sorting; ISO dates order as text. */
export function compareDates(a: DateOnly, b: DateOnly): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlierOf(a: DateOnly, b: DateOnly): DateOnly {
  return a < b ? a : b
}

export function laterOf(a: DateOnly, b: DateOnly): DateOnly {
  return a > b ? a : b
}

/** Year, month (1–12) and day of the month (1–31). */
export function dateParts(day: DateOnly): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

export function yearOf(day: DateOnly): number {
  return Number(day.slice(0, 4))
}

export function weekdayOf(day: DateOnly): Weekday {
  return weekdayOfNumber(toDayNumber(day))
}

/** The weekday of a day number: 1970-01-01, number 0, was a Thursday. */
export function weekdayOfNumber(dayNumber: number): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function firstDayOfMonth(day: DateOnly): DateOnly {
  return `${day.slice(0, 8)}01` as DateOnly
}

export function lastDayOfMonth(day: DateOnly): DateOnly {
  const firstNumber = toDayNumber(firstDayOfMonth(day))
  return fromDayNumber(firstNumber + daysInMonthAt(firstNumber) - 1)
}

/** `2026年3月5日` */
export function formatDateZh(date: DateOnly): string {
  const { year, month, day } = dateParts(date)
  return `${year}年${month}月${day}日`
}

/** `5 March 2026` */
export function formatDateEn(date: DateOnly): string {
  const { year, month, day } = dateParts(date)
  return `${day} ${MONTHS_EN[month - 1]} ${year}`
}

/** `星期四` */
export function weekdayZh(day: DateOnly): string {
  return `星期${WEEKDAYS_ZH[weekdayOf(day) - 1]}`
}

/** `Thursday` */
export function weekdayEn(day: DateOnly): string {
  return WEEKDAYS_EN[weekdayOf(day) - 1] ?? ''
}

function daysInMonthAt(firstDayNumber: number): number {
  const first = new Date(firstDayNumber * DAY_MS)
  const next = new Date(0)
  next.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)
  return next.getTime() / DAY_MS - firstDayNumber
}
