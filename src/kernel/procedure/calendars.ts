import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import { Problem, type FieldProblem } from '#lib/http/problem.ts'
import { Stale } from '#lib/http/refused.ts'
import { formatDateZh, yearOf } from '#lib/pure/date.ts'
import type { Change } from './change.ts'
import { Holiday, type CalendarYear } from './contract.ts'
import { record } from './events.ts'
import { calendarOf, longestRest, type Calendar } from './rules/calendar.ts'
import { mergedYear } from './rules/merged-year.ts'
import { papersOf, shippedHolidays } from './shipped-holidays.ts'
import * as store from './store.ts'

/** The longest holiday that can be meant, in days, its weekends included; the longest shipped one has 10 (Spring Festival 2020). */
const LONGEST_HOLIDAY = 30

/** The working-day calendar of the congress: the shipped table with the congress's own days on top. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  return calendarOf(shippedHolidays, await store.listHolidays(tx))
}

/** The days of one year that differ from Monday to Friday, each with whose entry it is. */
export async function readYear(tx: Tx, year: number): Promise<CalendarYear> {
  const own = await store.listHolidays(tx)
  const { years } = calendarOf(shippedHolidays, own)
  return {
    year,
    version: digestOf(own, year),
    isKnown: years.has(year),
    papers: [...papersOf(year)],
    days: mergedYear(year, shippedHolidays, own),
  }
}

/**
 * Replaces the congress's own days of one year, where they still are as they were read; an empty list falls back to the shipped table.
 * `ifMatch` is the `version` of the year as read, null to replace whatever is there. 412 where somebody else was faster.
 */
export async function replaceYear(
  change: Change,
  year: number,
  days: readonly z.input<typeof Holiday>[],
  ifMatch: number | null,
): Promise<CalendarYear> {
  await store.lockHolidays(change.tx)
  if (ifMatch !== null && ifMatch !== digestOf(await store.listHolidays(change.tx), year)) throw new Stale()
  await enterHolidays(change, year, days)
  return readYear(change.tx, year)
}

/**
 * Replaces the congress's own holiday table of one year; an empty list falls back to the shipped one. 422 for a day of another year,
 * a day named twice, and a table that leaves no working day for more than a month: every clock would stand still.
 */
export async function enterHolidays(
  { tx, actor, now }: Change,
  year: number,
  days: readonly z.input<typeof Holiday>[],
): Promise<void> {
  const parsed = days.map((it) => Holiday.parse(it))
  refuseWrongDays(year, parsed)
  const others = (await store.listHolidays(tx)).filter((it) => yearOf(it.day) !== year)
  const longest = longestRest(calendarOf(shippedHolidays, [...others, ...parsed]), year)
  if (longest > LONGEST_HOLIDAY) {
    throw new Problem(422, 'no-workday', `照这样录入，会有连续 ${longest} 天不上班，期限无法计算。请核对放假的起止日期。`)
  }
  await store.replaceHolidays(tx, year, parsed)
  await record(tx, now, {
    name: 'holidays.entered',
    subjectId: holidaysSubject,
    actorId: actor?.id ?? null,
    payload: { year, count: days.length },
  })
}

/** The subject of every change to the holiday table, which has no row of its own to point at. */
const holidaysSubject = '00000000-0000-7000-8000-686f6c696461'

function refuseWrongDays(year: number, days: readonly Holiday[]): void {
  const at = (index: number, message: string): FieldProblem => ({ path: `days.${index}.day`, message })
  const stray = days.flatMap(({ day }, index) =>
    yearOf(day) === year ? [] : [at(index, `${formatDateZh(day)}不在${year}年内。请只录入${year}年的日期。`)],
  )
  if (stray[0]) throw new Problem(422, 'other-year', stray[0].message, { fields: stray })
  const twice = days.flatMap(({ day }, index) =>
    days.findIndex((it) => it.day === day) === index ? [] : [at(index, `${formatDateZh(day)}录入了两次，请删去一次。`)],
  )
  if (twice[0]) throw new Problem(422, 'day-twice', twice[0].message, { fields: twice })
}

/** Nine digits at most, the form of every version in `If-Match`. */
function digestOf(own: readonly Holiday[], year: number): number {
  const days = own.filter((it) => yearOf(it.day) === year).map(({ day, isWorkday, name }) => [day, isWorkday, name])
  return createHash('sha256').update(JSON.stringify(days)).digest().readUInt32BE() % 1_000_000_000
}
