import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { followingWords } from './words.ts'

test('following says everything in both languages', () => {
  expect(wordGaps(followingWords)).toEqual([])
})
