import { expect, test } from 'vitest'
import { askedNumber } from './asked-number.ts'

test.each([
  ['112', { number: 112 }],
  ['第112号', { number: 112 }],
  ['第 112 号', { number: 112 }],
  ['０１１２', { number: 112 }],
  ['17-1-112', { reference: '17-1-0112' }],
  ['17-2022-0003', { reference: '17-2022-0003' }],
  ['0', null],
  ['1234567', null],
  ['第号', null],
  ['112 路公交', null],
  ['物业', null],
])('PLT-13 %s asks for %o', (words, asked) => {
  expect(askedNumber(words)).toEqual(asked)
})
