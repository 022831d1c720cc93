import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { pageWords } from './workbench/page-words.ts'
import { workbenchWords } from './workbench/words.ts'
import { words } from './words.ts'

test('SUG-36 every word of direct concerns is there in Chinese and in English', () => {
  expect([words, workbenchWords, pageWords].flatMap((it) => wordGaps(it))).toEqual([])
})
