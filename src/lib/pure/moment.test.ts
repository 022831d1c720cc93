import { expect, test } from 'vitest'
import { beijingDayStart, beijingMoment, beijingDay, shortDay } from './moment.ts'

test('an instant is read in Beijing, also past midnight and past the end of a year', () => {
  expect(beijingMoment('2022-09-27T08:30:59.999Z')).toBe('2022-09-27 16:30')
  expect(beijingMoment('2022-12-31T16:00:00Z')).toBe('2023-01-01 00:00')
})

test('a day begins in Beijing eight hours before it does in UTC', () => {
  expect(beijingDayStart('2022-03-01')).toBe('2022-02-28T16:00:00.000Z')
  expect(beijingDayStart('2022-12-31', 1)).toBe('2022-12-31T16:00:00.000Z')
})

test('a day of this year goes without its year', () => {
  expect([shortDay('2022-02-05', '2022-09-27'), shortDay('2021-12-30', '2022-09-27')]).toEqual(['2/5', '2021/12/30'])
})

test('the day in Beijing of an instant', () => {
  expect(beijingDay('2022-09-26T16:00:00Z')).toBe('2022-09-27')
  expect(beijingDay(new Date('2022-09-26T15:59:59Z'))).toBe('2022-09-26')
})
