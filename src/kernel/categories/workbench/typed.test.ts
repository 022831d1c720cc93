import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { codeFrom, codeOf, missingIn } from './typed.ts'
import { categoryWords } from './words.ts'

test.each([
  ['Roads & transport', 'roads-transport'],
  ['  5G networks ', 'g-networks'],
  ['Café', 'cafe'],
  ['道路', ''],
  ['A very long name that nobody should ever give', 'a-very-long-name-that-nobody-s'],
])('SUG-19 the code of “%s” is “%s”', (en, code) => expect(codeFrom(en)).toBe(code))

test('SUG-19 a code that was written stands before the one that is made', () => {
  expect(codeOf({ zh: '道路', en: 'Roads', code: ' streets ' })).toBe('streets')
  expect(codeOf({ zh: '道路', en: 'Roads', code: '' })).toBe('roads')
})

test('SUG-19 the form says what is missing, field by field', () => {
  const paths = (typed: { zh: string; en: string; code: string }, hasCode = true) =>
    missingIn(typed, categoryWords.zh.missing, hasCode).map(({ path }) => path)
  expect(paths({ zh: ' ', en: '', code: '' })).toEqual(['zh', 'en', 'code'])
  expect(paths({ zh: '道路', en: '道路', code: '' })).toEqual(['code'])
  expect(paths({ zh: '道路', en: 'Roads', code: 'Roads' })).toEqual(['code'])
  expect(paths({ zh: '道路', en: 'Roads', code: '' })).toEqual([])
  expect(paths({ zh: '道路', en: '道路', code: '' }, false)).toEqual([])
})

test('SUG-19 the words of the page stand in both languages', () => expect(wordGaps(categoryWords)).toEqual([]))
