import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { writingWords } from './words.ts'

test('the beginning of a suggestion says everything in both languages', () => {
  expect(wordGaps(writingWords)).toEqual([])
})
