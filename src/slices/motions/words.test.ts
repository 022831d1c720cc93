import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { portalWords } from './portal/words.ts'
import { caseWords } from './workbench/case-words.ts'
import { pageWords } from './workbench/page-words.ts'
import { workbenchWords } from './workbench/words.ts'
import { words } from './words.ts'

test('SUG-35 every word of motions is there in Chinese and in English', () => {
  expect([words, portalWords, workbenchWords, caseWords, pageWords].flatMap((it) => wordGaps(it))).toEqual([])
})
