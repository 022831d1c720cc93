import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fromDayNumber, toDateOnly as d, toDayNumber, type DateOnly } from '#lib/pure/date.ts'
import { termUnits, type Clock, type Term } from '../contract.ts'
import { shippedHolidays } from '../shipped-holidays.ts'
import { addWorkdays, calendarOf, isWorkday, workdaysBetween } from './calendar.ts'
import { deadline, dueDate, remaining } from './clock.ts'

const calendar = calendarOf(shippedHolidays)
const anyDay = fc.integer({ min: toDayNumber(d('2018-06-01')), max: toDayNumber(d('2028-06-30')) }).map(fromDayNumber)
const anyTerm: fc.Arbitrary<Term> = fc.record({ amount: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom(...termUnits) })
const anyClock: fc.Arbitrary<Clock> = fc
  .record({
    startsOn: anyDay,
    term: anyTerm,
    extensions: fc.array(anyTerm, { maxLength: 3 }),
    limit: fc.option(anyTerm, { nil: undefined }),
    restDayRule: fc.constantFrom('stays' as const, 'nextWorkday' as const),
    stoppedOn: fc.option(anyDay, { nil: undefined }),
  })
  .map((it) => ({ ...it, startsAt: { zh: '交办', en: 'hand-over' } }))

describe('PLT-04 properties of the clock', () => {
  it('is due after day 0, and the sentence names the due date', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        const it = deadline(clock, calendar, '依据')
        expect(it.dueOn > clock.startsOn).toBe(true)
        expect(it.dueOn).toBe(dueDate(clock, calendar))
        expect(it.steps.findLast((step) => step.kind !== 'estimate')?.on).toBe(it.dueOn)
      }),
    )
  })

  it('never shows a negative number, and one level at a time', () => {
    fc.assert(
      fc.property(anyClock, anyDay, (clock, today) => {
        const { sentence, level, ...numbers } = remaining(clock, today, calendar)
        for (const number of Object.values(numbers)) expect(number).toBeGreaterThanOrEqual(0)
        expect(sentence.zh).not.toMatch(/-\d|NaN|undefined/)
        expect(level === 'done').toBe(clock.stoppedOn !== undefined && clock.stoppedOn <= today)
        if (level !== 'done') expect(level === 'overdue').toBe(today > dueDate(clock, calendar))
      }),
    )
  })

  it('is never due earlier for an extension', () => {
    fc.assert(
      fc.property(anyClock, anyTerm, (clock, more) => {
        const extended = dueDate({ ...clock, extensions: [...clock.extensions, more] }, calendar)
        expect(extended >= dueDate(clock, calendar)).toBe(true)
      }),
    )
  })

  it('never passes its limit, save to the end of the holiday it falls on', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        if (!clock.limit) return
        const latest = dueDate({ ...clock, term: clock.limit, extensions: [], limit: undefined }, calendar)
        expect(dueDate(clock, calendar) <= latest).toBe(true)
      }),
    )
  })

  it('does not move once it has stopped', () => {
    fc.assert(
      fc.property(anyClock, anyDay, anyDay, (clock, a, b) => {
        const stoppedOn = a < b ? a : b
        const later = remaining({ ...clock, stoppedOn }, a < b ? b : a, calendar)
        expect(later).toEqual(remaining({ ...clock, stoppedOn }, stoppedOn, calendar))
      }),
    )
  })
})

describe('PLT-04 properties of working days', () => {
  const anyCount = fc.integer({ min: 0, max: 400 })

  it('counting forward and counting between are inverse', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, count) => {
        expect(workdaysBetween(calendar, from, addWorkdays(calendar, from, count))).toBe(count)
      }),
    )
    fc.assert(
      fc.property(anyDay, anyCount, (from, days) => {
        const to = addDays(from, days)
        if (days > 0 && isWorkday(calendar, to)) expect(addWorkdays(calendar, from, workdaysBetween(calendar, from, to))).toBe(to)
      }),
    )
  })

  it('adding twice is adding the sum', () => {
    fc.assert(
      fc.property(anyDay, anyCount, anyCount, (from, a, b) => {
        expect(addWorkdays(calendar, addWorkdays(calendar, from, a), b)).toBe(addWorkdays(calendar, from, a + b))
      }),
    )
  })

  it('agrees with looking at every day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (from, days) => {
        const each: DateOnly[] = Array.from({ length: days }, (_, index) => addDays(from, index + 1))
        expect(workdaysBetween(calendar, from, addDays(from, days))).toBe(each.filter((day) => isWorkday(calendar, day)).length)
      }),
    )
  })
})

describe('PLT-04 the clock does not depend on the time zone of the host', () => {
  it('answers alike under UTC, New York and Shanghai', () => {
    const [utc = '', ...others] = ['UTC', 'America/New_York', 'Asia/Shanghai'].map(answersUnder)
    expect(utc.split('\n').length).toBe(1_500)
    for (const other of others) expect(other).toBe(utc)
  })
})

/** Due dates and standings of 1,500 clocks that start on successive days of 2021 to 2025, in a process of its own in that zone. */
function answersUnder(zone: string): string {
  const href = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const program = `
    const { calendarOf, deadline, remaining } = await import(${href('../contract.ts')})
    const { shippedHolidays } = await import(${href('../shipped-holidays.ts')})
    const { toBeijingDate } = await import(${href('../../../lib/pure/date.ts')})
    const calendar = calendarOf(shippedHolidays)
    const terms = [{ amount: 3, unit: 'month' }, { amount: 15, unit: 'workday' }, { amount: 5, unit: 'day' }]
    const lines = Array.from({ length: 1500 }, (_, i) => {
      const startsOn = toBeijingDate(new Date(Date.UTC(2021, 0, 1, 15, 59, 59) + i * 86_400_000))
      const today = toBeijingDate(new Date(Date.UTC(2021, 1, 1, 16) + i * 86_400_000))
      const clock = { startsOn, startsAt: { zh: '交办', en: 'hand-over' }, term: terms[i % 3], extensions: [] }
      return deadline(clock, calendar, '依据').sentence.zh + remaining(clock, today, calendar).sentence.zh
    })
    process.stdout.write(lines.join('\\n'))`
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', program]
  return execFileSync(process.execPath, flags, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
}
