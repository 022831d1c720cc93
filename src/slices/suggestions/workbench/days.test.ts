import { expect, test } from 'vitest'
import { monthsLater } from './days.ts'

test.each([
  ['2022-05-25', 1, '2022-06-25'],
  ['2022-11-30', 3, '2023-02-28'],
  ['2022-12-31', 2, '2023-02-28'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})
