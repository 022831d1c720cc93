import { expect, test } from 'vitest'
import { differences } from './difference.ts'

const counted = [
  { metric: 'a', dimension: 'x', amount: 2 },
  { metric: 'a', dimension: 'x', amount: 1 },
  { metric: 'a', dimension: 'y', amount: 4 },
  { metric: 'b', dimension: 'x', amount: 9 },
]

test('totals that agree have no difference', () => {
  expect(
    differences(
      'a',
      new Map([
        ['x', 3],
        ['y', 4],
      ]),
      counted,
    ),
  ).toEqual([])
})

test('a wrong, a missing and a surplus total are each found', () => {
  expect(
    differences(
      'a',
      new Map([
        ['x', 5],
        ['z', 1],
      ]),
      counted,
    ),
  ).toEqual([
    { metric: 'a', dimension: 'x', kept: 5, counted: 3 },
    { metric: 'a', dimension: 'z', kept: 1, counted: 0 },
    { metric: 'a', dimension: 'y', kept: 0, counted: 4 },
  ])
})
