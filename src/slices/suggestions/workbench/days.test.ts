import { expect, test } from 'vitest'
import { monthsLater, shortDay } from './days.ts'

test.each([
  ['2022-05-25', 1, '2022-06-25'],
  ['2022-11-30', 3, '2023-02-28'],
  ['2022-12-31', 2, '2023-02-28'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})

test('a day of this year goes without its year', () => {
  expect([shortDay('2022-02-05', '2022-09-27'), shortDay('2021-12-30', '2022-09-27')]).toEqual(['2/5', '2021/12/30'])
})
