import { expect, test } from 'vitest'
import { caseWords } from '../case-words.ts'
import { replyWords } from '../reply-words.ts'
import { answeredIn, emptyReply, isSameReply, missingInReply, replyOf, tidyNumber, withClass } from './reply-form.ts'

const whole = {
  class: 'B',
  documentNumber: '房函〔2022〕12号',
  signer: '赵建国',
  contact: '刘芳 0000-1234567',
  text: '代表您好。',
  points: ['已列入计划。', '已设窗口。'],
  commitments: [],
}
const missing = (form: Parameters<typeof missingInReply>[0]) => missingInReply(form, caseWords.zh, replyWords.zh)

test('an empty reply misses every part, one by one for the requests', () => {
  expect(missing(emptyReply(2)).map(({ path }) => path)).toEqual([
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
  expect(missing(whole)).toEqual([])
  expect(replyOf(whole)).toEqual(whole)
})

test('one request without an answer is named', () => {
  expect(missing({ ...whole, points: ['已列入计划。', ' '] })).toEqual([{ path: 'points.1', message: '建议 2 没有回应。' }])
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
    expect(missing({ ...whole, documentNumber }).map(({ path }) => path)).toEqual(['documentNumber'])
  },
)

test('a class that promises asks what and by when; another class has no promise', () => {
  const promising = withClass(whole, 'B', true)
  expect(missing(promising).map(({ path }) => path)).toEqual(['commitments.0.content', 'commitments.0.dueOn'])
  const written = { ...promising, commitments: [{ content: ' 建成六处 ', dueOn: '2023-06-30' }] }
  expect(withClass(written, 'B', true).commitments).toEqual(written.commitments)
  expect(replyOf(written).commitments).toEqual([{ content: '建成六处', dueOn: '2023-06-30' }])
  expect(withClass(written, 'A', false).commitments).toEqual([])
})

test('blanks at the ends make no other reply; answers that are only blanks do not count', () => {
  expect(isSameReply(whole, { ...whole, text: ' 代表您好。 ' })).toBe(true)
  expect(isSameReply(whole, { ...whole, points: ['已列入计划。', '另议。'] })).toBe(false)
  expect(answeredIn({ ...whole, points: ['已列入计划。', ' '] }, 2)).toBe(1)
})
