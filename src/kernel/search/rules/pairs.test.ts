import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, pairsOf, queryOf } from './pairs.ts'

test('PLT-13 pairs run over Chinese, digits and letters alike', () => {
  expect(pairsOf(normalise('第112号 ＡＢ'))).toEqual(['第1', '11', '12', '2号', '号a', 'ab'])
})

test('PLT-13 width, case, zero-width and white space do not count', () => {
  expect(normalise('总　　则\u200B（ＡＩ）')).toBe(normalise('总则(ai)'))
})

test('PLT-13 whatever is in a text can be found: the pairs of a part are pairs of the whole', () => {
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'binary' }), string({ unit: 'binary' }), (before, part, after) => {
      const whole = new Set(pairsOf(before + part + after))
      expect(pairsOf(part).every((pair) => whole.has(pair))).toBe(true)
    }),
  )
})

test('PLT-13 quotes and backslashes in a query stay text', () => {
  expect(queryOf(`a'\\`)).toBe(`'a''' & '''\\\\'`)
  expect(queryOf('一')).toBeNull()
})
