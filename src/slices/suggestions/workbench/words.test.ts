import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { caseWords } from './case-words.ts'
import { pageWords } from './page-words.ts'
import { workbenchWords } from './words.ts'

test.each(Object.entries({ workbenchWords, caseWords, pageWords }))('%s say everything in both languages', (_, words) => {
  expect(wordGaps(words)).toEqual([])
})
