import { describe, expect, it } from 'vitest'
import { toDateOnly as d } from '#lib/pure/date.ts'
import type { Holiday } from '../contract.ts'
import { shippedHolidays } from '../shipped-holidays.ts'
import {
  addWorkdays,
  calendarOf,
  calendarWarnings,
  holidayOn,
  isWorkday,
  lastWorkdayOfMonth,
  longestRest,
  restBetween,
  unknownYears,
  workdayOnOrAfter,
  workdaysBetween,
} from './calendar.ts'

const calendar = calendarOf(shippedHolidays)
const rest = (day: string, name = '停工'): Holiday => ({ day: d(day), isWorkday: false, name })

describe('PLT-04 the shipped calendar', () => {
  it.each([
    ['2022-10-08', true, 'make-up Saturday'],
    ['2022-10-09', true, 'make-up Sunday'],
    ['2022-10-07', false, 'holiday on a Friday'],
    ['2022-10-10', true, 'plain Monday'],
    ['2022-10-15', false, 'plain Saturday'],
    ['2020-01-31', false, 'spring festival prolonged in the epidemic'],
    ['2018-12-31', false, 'in the notice of the year after'],
    ['2018-12-29', true, 'make-up Saturday in the notice of the year after'],
    ['2026-02-28', true, 'make-up Saturday after the spring festival'],
    ['2027-10-01', true, 'unknown year: Monday to Friday'],
    ['2027-10-02', false, 'unknown year: Saturday'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isWorkday(calendar, d(day))).toBe(expected)
  })

  it('knows 2019 to 2026 and no year only because a neighbour names its last days', () => {
    expect([...calendar.years].sort()).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(workdaysBetween(calendar, d(`${year - 1}-12-31`), d(`${year}-12-31`))).toBe(count)
  })
})

describe('PLT-04 counting working days', () => {
  it.each([
    ['2022-02-16', 7, '2022-02-25'],
    ['2022-09-27', 4, '2022-10-08'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-09-30', 2, '2022-10-09'],
    ['2022-10-05', 1, '2022-10-08'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-07', 0, '2026-03-07'],
  ])('%s + %i = %s', (from, count, to) => {
    expect(addWorkdays(calendar, d(from), count)).toBe(to)
    expect(workdaysBetween(calendar, d(from), d(to))).toBe(count)
  })

  it('refuses to count backwards or in halves', () => {
    expect(() => addWorkdays(calendar, d('2026-03-06'), -1)).toThrow(RangeError)
    expect(() => addWorkdays(calendar, d('2026-03-06'), 1.5)).toThrow(RangeError)
    expect(workdaysBetween(calendar, d('2026-03-06'), d('2026-03-02'))).toBe(0)
  })

  it('splits the days between into those skipped and those made up', () => {
    expect(restBetween(calendar, d('2022-09-27'), d('2022-10-10'))).toEqual({ weekends: 0, holidays: 7, makeUps: 2 })
    expect(restBetween(calendar, d('2022-02-16'), d('2022-02-25'))).toEqual({ weekends: 2, holidays: 0, makeUps: 0 })
  })

  it.each([
    ['2022-09-15', '2022-09-30'],
    ['2022-10-01', '2022-10-31'],
    ['2022-04-01', '2022-04-29'],
    ['2026-01-31', '2026-01-30'],
    ['2026-02-01', '2026-02-28'],
  ])('the last working day of the month of %s is %s', (day, last) => {
    expect(lastWorkdayOfMonth(calendar, d(day))).toBe(last)
  })

  it('moves a day of rest to the next working day and leaves a working day alone', () => {
    expect(workdayOnOrAfter(calendar, d('2022-10-01'))).toBe('2022-10-08')
    expect(workdayOnOrAfter(calendar, d('2022-10-08'))).toBe('2022-10-08')
  })

  it('refuses a table in which nobody ever works', () => {
    const days = Array.from({ length: 90 }, (_, index) =>
      rest(`2026-0${5 + Math.floor(index / 30)}-${String((index % 30) + 1).padStart(2, '0')}`),
    )
    expect(() => workdayOnOrAfter(calendarOf(days), d('2026-05-01'))).toThrow('holiday table is broken')
  })
})

describe('PLT-04 the table of the congress', () => {
  it('wins over the shipped one', () => {
    const own = calendarOf(shippedHolidays, [rest('2026-03-09'), { day: d('2026-10-01'), isWorkday: true, name: '值守' }])
    expect(isWorkday(own, d('2026-03-09'))).toBe(false)
    expect(isWorkday(own, d('2026-10-01'))).toBe(true)
    expect(holidayOn(own, d('2026-03-09'))?.name).toBe('停工')
  })

  it('makes a year known only with its National Day, not by a single local day', () => {
    expect(calendarOf(shippedHolidays, [rest('2027-05-04')]).years.has(2027)).toBe(false)
    expect(calendarOf(shippedHolidays, [rest('2027-10-01')]).years.has(2027)).toBe(true)
  })

  it('names the unknown years that a count touches', () => {
    expect(unknownYears(calendar, d('2026-12-30'), d('2027-01-05'))).toEqual([2027])
    expect(unknownYears(calendar, d('2026-01-01'), d('2026-12-31'))).toEqual([])
    expect(unknownYears(calendar, d('2018-12-30'), d('2019-01-05'))).toEqual([2018])
  })
})

describe('PLT-04 warnings', () => {
  it.each([
    ['2026-10-31', []],
    ['2026-11-01', [2027]],
    ['2026-12-31', [2027]],
    ['2027-01-01', [2027]],
    ['2027-11-01', [2027, 2028]],
    ['2025-11-30', []],
  ])('on %s: %j', (today, years) => {
    expect(calendarWarnings(calendar, d(today)).map((it) => it.year)).toEqual(years)
  })

  it('says what to do, in both languages', () => {
    const [warning] = calendarWarnings(calendar, d('2026-11-23'))
    expect(warning?.sentence.zh).toContain('节假日表缺 2027 年，请在 12月1日 前补录。')
    expect(warning?.sentence.en).toContain('The holidays of 2027 are not entered yet; please enter them by 1 December')
  })

  it('no longer names a day that has passed', () => {
    for (const today of ['2026-12-01', '2027-03-01']) {
      const [warning] = calendarWarnings(calendar, d(today))
      expect(warning?.sentence.zh).toContain('节假日表缺 2027 年，请尽快补录。')
    }
  })
})

describe('PLT-04 a table that cannot be meant', () => {
  it('the longest run of days without work of the years shipped is that of the epidemic', () => {
    const runs = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => longestRest(calendar, year))
    expect(Math.max(...runs)).toBe(longestRest(calendar, 2020))
    expect(longestRest(calendar, 2020)).toBe(10)
  })

  it('counts over the turn of the year', () => {
    const days = [rest('2027-12-30'), rest('2027-12-31'), rest('2028-01-03')]
    expect(longestRest(calendarOf(days), 2027)).toBe(5)
    expect(longestRest(calendarOf(days), 2028)).toBe(5)
    expect(longestRest(calendarOf(days), 2029)).toBe(2)
  })
})
