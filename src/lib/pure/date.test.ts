import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  DateOnly,
  diffDays,
  earlierOf,
  firstDayOfMonth,
  formatDateEn,
  formatDateZh,
  fromDayNumber,
  lastDayOfMonth,
  laterOf,
  startOfBeijingDay,
  toBeijingDate,
  toDateOnly,
  toDayNumber,
  weekdayEn,
  weekdayOf,
  weekdayZh,
} from './date.ts'

const d = toDateOnly
const anyDay = fc.integer({ min: toDayNumber(d('1949-10-01')), max: toDayNumber(d('2149-12-31')) }).map(fromDayNumber)

describe('PLT-04 toBeijingDate', () => {
  it.each([
    ['2026-03-04T15:59:59.999Z', '2026-03-04'],
    ['2026-03-04T16:00:00.000Z', '2026-03-05'],
    ['2026-03-31T16:00:00.000Z', '2026-04-01'],
    ['2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2023-02-28T16:00:00.000Z', '2023-03-01'],
    ['2026-03-08T07:30:00.000Z', '2026-03-08'],
    ['2026-11-01T06:30:00.000Z', '2026-11-01'],
    ['2038-01-19T03:14:08.000Z', '2038-01-19'],
    ['2038-12-31T16:00:00.000Z', '2039-01-01'],
    ['1969-12-31T15:59:59.000Z', '1969-12-31'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01'],
  ])('%s is %s in Beijing', (instant, day) => {
    expect(toBeijingDate(new Date(instant))).toBe(day)
  })

  it('is the inverse of the start of the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399_999 }), (day, ms) => {
        expect(toBeijingDate(new Date(startOfBeijingDay(day).getTime() + ms))).toBe(day)
      }),
    )
  })

  it('refuses an instant that is none', () => {
    expect(() => toBeijingDate(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('PLT-04 addMonths', () => {
  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2025-11-29', 3, '2026-02-28'],
    ['2022-02-25', 3, '2022-05-25'],
    ['2022-02-25', 6, '2022-08-25'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-10-31', 3, '2027-01-31'],
    ['2037-10-19', 3, '2038-01-19'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s + %i months = %s', (from, months, to) => {
    expect(addMonths(d(from), months)).toBe(to)
  })

  it('keeps the day or takes the last day of the month, never a later month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const due = addMonths(day, months)
        const [year = 0, month = 0] = day.split('-').map(Number)
        expect(Number(due.slice(0, 4)) * 12 + Number(due.slice(5, 7))).toBe(year * 12 + month + months)
        expect(due.slice(8) === day.slice(8) || due === lastDayOfMonth(due)).toBe(true)
      }),
    )
  })

  it('never makes a later date from an earlier one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 12 }), (day, later, months) => {
        expect(addMonths(day, months) <= addMonths(addDays(day, later), months)).toBe(true)
      }),
    )
  })
})

describe('PLT-04 days', () => {
  it.each([
    ['2022-02-25', '2022-05-20', 84],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2025-12-31', '2026-01-01', 1],
    ['2026-01-01', '2025-12-31', -1],
    ['2038-01-19', '2038-01-20', 1],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(diffDays(d(from), d(to))).toBe(days)
    expect(addDays(d(from), days)).toBe(to)
  })

  it('addDays and diffDays are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        expect(diffDays(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('orders as text and as days alike', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(toDayNumber(a) - toDayNumber(b)))
        expect([earlierOf(a, b), laterOf(a, b)]).toEqual([a, b].sort())
      }),
    )
  })

  it.each([
    ['2022-10-08', 6, '星期六', 'Saturday'],
    ['1970-01-01', 4, '星期四', 'Thursday'],
    ['1969-12-28', 7, '星期日', 'Sunday'],
    ['2026-03-02', 1, '星期一', 'Monday'],
  ])('%s is weekday %i', (day, weekday, zh, en) => {
    expect(weekdayOf(d(day))).toBe(weekday)
    expect(weekdayZh(d(day))).toBe(zh)
    expect(weekdayEn(d(day))).toBe(en)
  })

  it('writes dates out and finds the edges of a month', () => {
    expect(formatDateZh(d('2026-03-05'))).toBe('2026年3月5日')
    expect(formatDateEn(d('2026-03-05'))).toBe('5 March 2026')
    expect(firstDayOfMonth(d('2024-02-11'))).toBe('2024-02-01')
    expect(lastDayOfMonth(d('2024-02-11'))).toBe('2024-02-29')
    expect(lastDayOfMonth(d('2026-12-31'))).toBe('2026-12-31')
  })

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-3-5', '2026/03/05', '2026-03-05T00:00:00Z', ''])(
    'refuses %j',
    (text) => {
      expect(DateOnly.safeParse(text).success).toBe(false)
    },
  )

  it('refuses to leave the years that have four digits', () => {
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(RangeError)
  })
})

describe('PLT-04 dates do not depend on the time zone of the host', () => {
  it('gives one answer under UTC, New York, Shanghai, Kiritimati and Lord Howe', () => {
    const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
    const [utc = '', ...others] = zones.map(answersUnder)
    expect(utc.split('\n').length).toBe(3_000)
    for (const other of others) expect(other).toBe(utc)
  })
})

/** What the functions answer for 3,000 instants, 25 hours apart, from 2030 past January 2038, in a process of its own in that zone. */
function answersUnder(zone: string): string {
  const program = `
    const { addDays, addMonths, diffDays, toBeijingDate, toDateOnly, weekdayOf } = await import(${JSON.stringify(new URL('date.ts', import.meta.url).href)})
    const lines = []
    for (let i = 0; i < 3000; i += 1) {
      const day = toBeijingDate(new Date(Date.UTC(2030, 0, 1) + i * 90_000_000))
      lines.push([day, weekdayOf(day), addDays(day, 45), addMonths(day, 3), diffDays(toDateOnly('2030-01-01'), day)].join(' '))
    }
    process.stdout.write(lines.join('\\n'))`
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', program]
  return execFileSync(process.execPath, flags, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
}
