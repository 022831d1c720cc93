import { expect, test } from 'vitest'
import { caseWords } from '../case-words.ts'
import { emptyReply, missingInReply, replyOf, tidyNumber } from './reply-form.ts'

const whole = {
  class: 'B',
  documentNumber: '房函〔2022〕12号',
  signer: '赵建国',
  contact: '刘芳 0000-1234567',
  text: '代表您好。',
  points: ['已列入计划。', '已设窗口。'],
}

test('an empty reply misses every part, one by one for the requests', () => {
  expect(missingInReply(emptyReply(2), caseWords.zh).map(({ path }) => path)).toEqual([
    'class',
    'documentNumber',
    'signer',
    'contact',
    'text',
    'points.0',
    'points.1',
  ])
})

test('a whole reply misses nothing and is sent as written', () => {
  expect(missingInReply(whole, caseWords.zh)).toEqual([])
  expect(replyOf(whole)).toEqual(whole)
})

test('one request without an answer is named', () => {
  expect(missingInReply({ ...whole, points: ['已列入计划。', ' '] }, caseWords.zh)).toEqual([
    { path: 'points.1', message: '建议 2 没有回应。' },
  ])
})

test.each([
  ['房函[2022]12号', '房函〔2022〕12号'],
  ['房函（2022）12 号', '房函〔2022〕12号'],
  ['房函【2022】12号', '房函〔2022〕12号'],
])('%s becomes %s', (typed, tidy) => {
  expect(tidyNumber(typed)).toBe(tidy)
})

test.each(['房函〔2022〕012号', '房函〔22〕12号', '房函〔2022〕第12号', 'FH〔2022〕1号', ''])(
  '%j is no document number',
  (documentNumber) => {
    expect(missingInReply({ ...whole, documentNumber }, caseWords.zh).map(({ path }) => path)).toEqual(['documentNumber'])
  },
)
