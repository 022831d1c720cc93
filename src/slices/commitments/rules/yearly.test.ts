import { expect, test } from 'vitest'
import { calendarOf } from '#kernel/procedure/contract.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import type { ReportKind } from '../contract.ts'
import { CommitmentProfile, defaultProfile } from './profile.ts'
import { reminderToday, type ReminderLevel } from './reminders.ts'
import { isYearly, rateBy, wantedYear, yearlyBeat, type Reported, type YearlyBeat } from './yearly.ts'

const calendar = calendarOf([])
const day = toDateOnly
const it: Reported = { status: 'open', openedOn: '2022-05-20', yearlyYear: null }

test.each<[string, string, Partial<Reported>, number | null]>([
  ['before the season', '2022-09-30', {}, null],
  ['on its first day', '2022-10-01', {}, 2022],
  ['on its last day', '2022-12-31', {}, 2022],
  ['in the next year, before its season', '2023-01-01', {}, null],
  ['once it was given', '2022-11-01', { yearlyYear: 2022 }, null],
  ['a year after it was given', '2023-10-08', { yearlyYear: 2022 }, 2023],
  ['for what was promised within the season', '2022-11-01', { openedOn: '2022-10-01' }, null],
  ['for what was kept', '2022-11-01', { status: 'kept' }, null],
])('SUG-27 the yearly report %s', (_, today, more, year) => {
  expect(wantedYear({ ...it, ...more }, day(today), defaultProfile)).toBe(year)
})

test.each<[ReportKind, string, number | null, boolean]>([
  ['progress', '2022-07-01', null, false],
  ['progress', '2022-10-08', null, true],
  ['progress', '2022-10-09', 2022, false],
  ['done', '2022-07-01', null, true],
  ['done', '2022-12-01', 2022, false],
  ['not_possible', '2022-07-01', null, true],
  ['done', '2023-03-01', 2022, true],
])('SUG-27 %s on %s, last given in %s, is the account of the year: %s', (kind, today, yearlyYear, expected) => {
  expect(isYearly({ ...it, yearlyYear }, kind, day(today), defaultProfile)).toBe(expected)
})

test('SUG-27 twenty working days for rating, after 重庆条例 art 28; another congress may set another term', () => {
  expect(rateBy('2022-10-10', defaultProfile, calendar)).toBe('2022-11-07')
  expect(defaultProfile.rating.basis).toContain('第二十八条')
  const own = CommitmentProfile.parse({
    ...defaultProfile,
    rating: { term: { amount: 1, unit: 'month' }, basis: '本市办法第九条' },
  })
  expect(rateBy('2022-10-10', own, calendar)).toBe('2022-11-10')
})

test.each<[string, YearlyBeat | null]>([
  ['2022-09-30', null],
  ['2022-10-01', 'first'],
  ['2022-12-15', 'first'],
  ['2022-12-16', 'last'],
  ['2022-12-31', 'last'],
  ['2023-01-01', null],
])('PLT-07 on %s units are asked for missing yearly reports: %s', (today, beat) => {
  expect(yearlyBeat(day(today), defaultProfile, calendar)).toBe(beat)
})

test.each<[string, ReminderLevel | null]>([
  ['2022-05-18', null],
  ['2022-05-19', 'thirty'],
  ['2022-06-15', 'thirty'],
  ['2022-06-16', 'ten'],
  ['2022-06-29', 'one'],
  ['2022-06-30', 'one'],
  ['2022-07-01', 'overdue'],
])('PLT-07 on %s the reminder of a promise due on 30 June is %s, once', (today, level) => {
  const dueOn = day('2022-06-30')
  expect(reminderToday(dueOn, [], day(today), calendar)).toBe(level)
  if (level) expect(reminderToday(dueOn, [{ level, dueOn }], day(today), calendar)).toBeNull()
  // Carried from an earlier date: what was told of that one does not count.
  if (level) expect(reminderToday(dueOn, [{ level, dueOn: '2022-05-31' }], day(today), calendar)).toBe(level)
})
