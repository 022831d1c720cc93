import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { pageWords } from './page-words.ts'
import { words } from './words.ts'

test.each(Object.entries({ words, pageWords }))('PLT-18 %s say the same things in both languages', (_, dictionary) =>
  expect(wordGaps(dictionary)).toEqual([]),
)
