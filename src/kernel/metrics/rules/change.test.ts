import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure } from '../contract.ts'
import { change, percent } from './change.ts'

test('PLT-09 796 of 823 is 96.7%, and nothing of nothing is a dash', () => {
  expect(percent(796, 823)).toBe('96.7%')
  expect(percent(0, 823)).toBe('0.0%')
  expect(percent(823, 823)).toBe('100.0%')
  expect(percent(0, 0)).toBe('—')
  expect(percent(1, 8)).toBe('12.5%')
})

const measure: fc.Arbitrary<Measure> = fc.record({
  metric: fc.constantFrom('a', 'b'),
  dimension: fc.constantFrom('x', 'y'),
  amount: fc.constant(1),
})

test('PLT-09 the total after a change is the total of what is there after it', () => {
  fc.assert(
    fc.property(fc.array(measure), fc.array(measure), (before, after) => {
      const total = (list: readonly Measure[], metric: string) =>
        list.filter((it) => it.metric === metric).reduce((sum, it) => sum + it.amount, 0)
      for (const metric of ['a', 'b']) {
        expect(total(before, metric) + total(change(before, after), metric)).toBe(total(after, metric))
      }
    }),
  )
})

test('PLT-09 no change appends nothing', () => {
  fc.assert(
    fc.property(fc.array(measure), (list) => {
      expect(change(list, list)).toEqual([])
    }),
  )
})
