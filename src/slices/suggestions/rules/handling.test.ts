import { expect, test } from 'vitest'
import type { HandlerInput } from '../contract.ts'
import { answering, assignmentProblem, concurring, kindOf, progress, type Handler } from './handling.ts'

const lead = (unitId: string): HandlerInput => ({ unitId, part: 'lead', scope: '' })
const co = (unitId: string): HandlerInput => ({ unitId, part: 'co', scope: '' })
const separate = (unitId: string, scope = '第一条'): HandlerInput => ({ unitId, part: 'separate', scope })

test.each([
  ['single', [lead('a')]],
  ['leadAndCo', [lead('a'), co('b'), co('c')]],
  ['separate', [separate('a'), separate('b')]],
  ['severalLeads', [lead('a'), lead('b'), co('c')]],
] as const)('SUG-22 %s', (kind, handlers) => {
  expect(kindOf(handlers)).toBe(kind)
  expect(assignmentProblem(handlers)).toBeNull()
})

test.each([
  ['主办单位', [co('a')]],
  ['选了两次', [lead('a'), co('a')]],
  ['至少要有两个', [separate('a')]],
  ['没有主办', [separate('a'), lead('b')]],
  ['哪一部分', [separate('a'), separate('b', '')]],
])('SUG-22 refused: %s', (word, handlers) => {
  expect(assignmentProblem(handlers)).toContain(word)
})

const at = (ordinal: number, part: Handler['part'], status: Handler['status']): Handler => {
  return { ordinal, unitId: `u${ordinal}`, part, status, handedOverOn: '2022-03-01', concurredOn: null }
}

test.each([
  ['assigned', [at(1, 'lead', 'assigned')]],
  ['accepted', [at(1, 'lead', 'accepted'), at(2, 'co', 'assigned')]],
  ['objected', [at(1, 'lead', 'accepted'), at(2, 'co', 'objected')]],
  ['replied', [at(1, 'lead', 'done'), at(2, 'co', 'assigned')]],
  ['assigned', [at(1, 'separate', 'done'), at(2, 'separate', 'assigned'), at(3, 'separate', 'accepted')]],
  ['accepted', [at(1, 'separate', 'done'), at(2, 'separate', 'accepted')]],
  ['replied', [at(1, 'separate', 'done'), at(2, 'separate', 'done')]],
  ['accepted', [at(1, 'lead', 'released'), at(2, 'lead', 'accepted')]],
] as const)('SUG-22 the suggestion is %s', (status, handlers) => {
  expect(progress(handlers)).toBe(status)
})

test('SUG-22 of several leads the first one answers and the others concur; a released one does neither', () => {
  const handlers = [at(1, 'lead', 'released'), at(2, 'lead', 'accepted'), at(3, 'lead', 'accepted'), at(4, 'co', 'accepted')]
  expect(answering(handlers).map((it) => it.ordinal)).toEqual([2])
  expect(concurring(handlers).map((it) => it.ordinal)).toEqual([3])
})
