import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { adviceWords } from './words.ts'

test('hints say everything in both languages', () => {
  expect(wordGaps(adviceWords)).toEqual([])
})
