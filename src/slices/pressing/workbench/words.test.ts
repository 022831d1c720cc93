import { expect, test } from 'vitest'
import { wordGaps } from '#lib/pure/words.ts'
import { words } from '../words.ts'
import { portalWords } from '../portal/words.ts'
import { choicesOf } from './panel/choices.ts'
import { enquiryWords } from './enquiries/words.ts'
import { pageWords } from './page-words.ts'
import { workbenchWords } from './words.ts'

test('PLT-17 every word of 督办 is there in both languages', () => {
  for (const it of [words, pageWords, enquiryWords, portalWords]) expect(wordGaps(it)).toEqual([])
  // One sentence takes counts by name, which the trial with plain numbers cannot give.
  const { contentOf: zh, ...zhRest } = workbenchWords.zh
  const { contentOf: en, ...enRest } = workbenchWords.en
  expect(wordGaps({ zh: zhRest, en: enRest })).toEqual([])
  const counts = { satisfied: 180, basicallySatisfied: 30, dissatisfied: 2 }
  for (const sentence of [zh, en]) expect(sentence(counts)).toMatch(/180.*30.*2/)
})

test('SUG-16 what residents chose is typed one to a line, the count at its end', () => {
  expect(choicesOf('更换上下水管线 212\n\n加装扶手：98户\n增设停车位')).toEqual([
    { label: '更换上下水管线', votes: 212 },
    { label: '加装扶手', votes: 98 },
    { label: '增设停车位', votes: 0 },
  ])
})
