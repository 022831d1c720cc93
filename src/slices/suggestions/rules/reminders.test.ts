import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf, workdaysBetween } from '#kernel/procedure/contract.ts'
import { addDays, toDateOnly } from '#lib/pure/date.ts'
import { reminderToday, type Reminder } from './reminders.ts'

// 1 May 2022 with its make-up days, as the State Council announced them.
const calendar = calendarOf([
  { day: toDateOnly('2022-04-24'), isWorkday: true, name: '劳动节调休' },
  ...['2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03', '2022-05-04'].map((day) => ({
    day: toDateOnly(day),
    isWorkday: false,
    name: '劳动节',
  })),
  { day: toDateOnly('2022-05-07'), isWorkday: true, name: '劳动节调休' },
])
const due = { dueOn: toDateOnly('2022-05-09'), round: 1 }

// Working days before Monday 9 May: 7 (make-up), 6, 5 May, 29, 28, 27, 26, 25, 24 (make-up) April.
test.each([
  ['2022-04-21', null],
  ['2022-04-22', 'ten'],
  ['2022-04-24', 'ten'],
  ['2022-04-27', 'ten'],
  ['2022-04-28', 'five'],
  ['2022-05-04', 'five'],
  ['2022-05-06', 'five'],
  ['2022-05-07', 'one'],
  ['2022-05-08', 'one'],
  ['2022-05-09', 'one'],
  ['2022-05-10', 'overdue'],
  ['2022-06-10', 'overdue'],
])('on %s the reminder is %s', (today, level) => {
  expect(reminderToday(due, [], toDateOnly(today), calendar)).toBe(level)
})

test('a level is given once for one date and round; another date or round is another matter', () => {
  const given: Reminder = { level: 'five', dueOn: '2022-05-09', round: 1 }
  const on = toDateOnly('2022-04-29')
  expect(reminderToday(due, [given], on, calendar)).toBe(null)
  expect(reminderToday(due, [{ ...given, level: 'ten' }], on, calendar)).toBe('five')
  expect(reminderToday(due, [{ ...given, dueOn: '2022-04-09' }], on, calendar)).toBe('five')
  expect(reminderToday({ ...due, round: 2 }, [given], on, calendar)).toBe('five')
})

test('whatever nights are missed, each level comes at most once and overdue always comes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -30, max: 10 }), { minLength: 1 }), (offsets) => {
      const given: Reminder[] = []
      for (const offset of offsets.toSorted((a, b) => a - b)) {
        const today = addDays(due.dueOn, offset)
        const level = reminderToday(due, given, today, calendar)
        if (level) given.push({ level, ...due })
        if (level && level !== 'overdue') expect(workdaysBetween(calendar, today, due.dueOn)).toBeLessThanOrEqual(10)
      }
      const levels = given.map((it) => it.level)
      expect(new Set(levels).size).toBe(levels.length)
      expect(levels.includes('overdue')).toBe(offsets.some((it) => it > 0))
    }),
  )
})
