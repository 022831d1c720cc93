import { expect, test } from 'vitest'
import { isMatch, withFirst } from './unit-match.ts'

const housing = { id: '1', name: '示例市住房保障和房产局', shortName: '市房产局', initials: 'sfcj' }
const transport = { id: '2', name: '示例市交通运输局', shortName: '市交通局', initials: 'sjtj' }

test.each(['', '房产', '市房产局', '住房 保障', 'sfcj', 'FCJ', ' sfc '])('%j finds the housing bureau', (typed) => {
  expect(isMatch(housing, typed)).toBe(true)
})

test.each(['交通', 'sjtj', '房管'])('%j does not find it', (typed) => {
  expect(isMatch(housing, typed)).toBe(false)
})

test('the proposed unit comes first, the others keep their order', () => {
  expect(withFirst([housing, transport], '2').map(({ id }) => id)).toEqual(['2', '1'])
  expect(withFirst([housing, transport], undefined).map(({ id }) => id)).toEqual(['1', '2'])
})
