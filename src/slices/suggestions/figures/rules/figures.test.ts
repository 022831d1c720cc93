import { expect, test } from 'vitest'
import { burnUp } from './figures.ts'

test('PLT-09 the burn-up has every month, also those in which nothing happened', () => {
  const handedOver = [
    { month: '2021-12', amount: 2 },
    { month: '2022-02', amount: 3 },
  ]
  expect(burnUp(handedOver, [{ month: '2022-03', amount: 1 }])).toEqual({
    months: ['2021-12', '2022-01', '2022-02', '2022-03'],
    handedOver: [2, 2, 5, 5],
    replied: [0, 0, 0, 1],
  })
  expect(burnUp([], [])).toEqual({ months: [], handedOver: [], replied: [] })
})
