import { expect, test } from 'vitest'
import { burnUp, punctuality, verdictOf } from './figures.ts'

test('PLT-09 attitude and result are counted apart, over the same number of ratings', () => {
  const ratings = [
    { attitude: 'satisfied', result: 'dissatisfied', amount: 3 },
    { attitude: 'satisfied', result: 'satisfied', amount: 2 },
  ] as const
  expect(verdictOf(ratings, 'attitude')).toEqual({ satisfied: 5, basically_satisfied: 0, dissatisfied: 0, rated: 5 })
  expect(verdictOf(ratings, 'result')).toEqual({ satisfied: 2, basically_satisfied: 0, dissatisfied: 3, rated: 5 })
})

test('PLT-09 what is not due yet counts neither for nor against punctuality; the due day itself is on time', () => {
  const dueOn = '2022-06-01'
  const groups = [
    { repliedOn: '2022-06-01', dueOn, amount: 4 },
    { repliedOn: '2022-06-02', dueOn, amount: 2 },
    { repliedOn: null, dueOn, amount: 1 },
  ]
  expect(punctuality(groups, '2022-06-01')).toEqual({ onTime: 4, due: 6 })
  expect(punctuality(groups, '2022-06-02')).toEqual({ onTime: 4, due: 7 })
})

test('the burn-up has every month, also those in which nothing happened', () => {
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
