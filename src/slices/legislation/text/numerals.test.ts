import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumeral, parseNumeral } from './numerals.ts'

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百', 100],
  ['一百零五', 105],
  ['一百一十', 110],
  ['一百二十三', 123],
  ['一千二百六十', 1260],
  ['一〇五', 105],
  ['二〇二一', 2021],
  ['１２', 12],
  ['123', 123],
])('%s is %i', (written, value) => {
  expect(parseNumeral(written)).toBe(value)
})

test.each(['', '甲', '第一', '12a'])('“%s” is no number', (written) => {
  expect(parseNumeral(written)).toBeNull()
})

test('every number is read back from how it is written', () => {
  assert(property(integer({ min: 1, max: 9999 }), (value) => parseNumeral(formatNumeral(value)) === value))
})
