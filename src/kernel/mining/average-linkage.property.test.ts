import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinByAverage } from './average-linkage.ts'

const SIZE = 12
const pair = fc
  .record({ a: fc.nat(SIZE - 1), b: fc.nat(SIZE - 1), score: fc.integer({ min: 1, max: 16 }).map((n) => n / 16) })
  .filter(({ a, b }) => a !== b)
  .map(({ a, b, score }) => ({ a: Math.min(a, b), b: Math.max(a, b), score }))
const pairs = fc.uniqueArray(pair, { selector: ({ a, b }) => `${a}-${b}`, maxLength: 40 })

describe('average linkage', () => {
  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(
        pairs.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(joinByAverage(SIZE, mixed, 0.3)).toEqual(joinByAverage(SIZE, all, 0.3))
        },
      ),
    )
  })

  it('parts all numbers into clusters', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const numbers = joinByAverage(SIZE, all, 0.2).flat()
        expect(numbers.sort((x, y) => x - y)).toEqual(Array.from({ length: SIZE }, (_, at) => at))
      }),
    )
  })

  it('does not let one strong link join strange clusters', () => {
    const triangle = (a: number, b: number, c: number) => [
      { a, b, score: 0.9 },
      { a: b, b: c, score: 0.9 },
      { a, b: c, score: 0.9 },
    ]
    const joined = joinByAverage(6, [...triangle(0, 1, 2), ...triangle(3, 4, 5), { a: 2, b: 3, score: 0.8 }], 0.3)
    expect(joined).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ])
  })
})
