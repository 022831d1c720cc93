import { expect, test } from 'vitest'
import { shippedHolidays } from '#kernel/procedure/api.ts'
import { calendarOf } from '#kernel/procedure/contract.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import { reminderToday } from './reminders.ts'

const calendar = calendarOf(shippedHolidays)
const due = toDateOnly('2022-03-14')

test.each([
  ['2022-03-10', null],
  ['2022-03-11', 'near'],
  ['2022-03-13', 'near'],
  ['2022-03-14', 'near'],
  ['2022-03-15', 'overdue'],
])('SUG-36 due on a Monday, on %s: %s', (today, level) => {
  expect(reminderToday(due, [], toDateOnly(today), calendar)).toBe(level)
})

test('SUG-36 each level once for one date, and again for another', () => {
  const given = [{ level: 'near', dueOn: '2022-03-14' }] as const
  expect(reminderToday(due, given, toDateOnly('2022-03-14'), calendar)).toBe(null)
  expect(reminderToday(due, given, toDateOnly('2022-03-15'), calendar)).toBe('overdue')
  expect(reminderToday(toDateOnly('2022-03-15'), given, toDateOnly('2022-03-14'), calendar)).toBe('near')
})
