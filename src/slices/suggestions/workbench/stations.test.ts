import { expect, test } from 'vitest'
import type { Detail } from '../contract.ts'
import { caseWords } from './case-words.ts'
import { lanesOf, type Following } from './stations.ts'

const person = { id: '0192f000-0000-7000-8000-000000000001', name: '王敏' }
const handed: Detail = {
  id: person.id,
  reference: '2022-112',
  number: 112,
  title: '关于甲的建议',
  category: { code: 'construction', field: { zh: '城乡建设', en: 'Construction' }, class: null },
  status: 'accepted',
  deputy: person,
  unit: { id: person.id, name: '市房产局' },
  handedOverOn: '2022-02-25',
  due: null,
  cosigned: { confirmed: 0, invited: 0 },
  coUnits: [],
  ownPart: null,
  isKey: false,
  isConfidential: false,
  textVersion: 1,
  transfers: 0,
  publicSummary: null,
  withdrawalReason: null,
  noticeNumber: null,
  cosigners: [],
  handlers: [],
  extensions: [],
  replyDrafts: [],
  isRatingSealed: false,
  version: 5,
  term: 17,
  session: 1,
  matter: '情况。',
  requests: ['设岗。'],
  proposedUnit: null,
  isPublic: true,
  isDifficult: false,
  round: 1,
  submittedOn: '2022-02-16',
  registeredOn: '2022-02-22',
  acceptedOn: '2022-02-28',
  repliedOn: null,
  closedOn: null,
  contacts: [],
  replies: [],
  ratings: [],
  allowed: [],
}
const reply = {
  class: 'B',
  documentNumber: '房函〔2022〕12号',
  signer: '任局长',
  contact: '办公室',
  text: '收悉。',
  points: ['已办。'],
  unitId: person.id,
  unitName: '市房产局',
  signedOn: null,
  scanFileId: null,
}
const told = (it: Detail, rehandledOn: string[] = [], following: Following = 'none') =>
  lanesOf(it, { rehandledOn, following, today: '2022-09-27' }, caseWords.zh.stations).map((lane) =>
    lane.map(({ name, state, on }) => [name, state, on ?? ''].join(' ').trim()),
  )

test('a case on its way stands at the first station without a day', () => {
  expect(told(handed)).toEqual([
    ['提出 passed 2/16', '审查 passed 2/22', '交办 passed 2/25', '签收 passed 2/28', '答复 current', '评价 ahead', '办结 ahead'],
  ])
})

test('a case whose clock has run out is late where it stands', () => {
  const due = { kind: 'reply', dueOn: '2022-05-25', sentence: '', basis: '', level: 'overdue', left: '' } as const
  expect(told({ ...handed, due })[0]?.[4]).toBe('答复 late')
})

test('a dissatisfied deputy opens a second lane; the days of the first stay', () => {
  const again: Detail = {
    ...handed,
    round: 2,
    replies: [{ ...reply, round: 1, repliedOn: '2022-05-20' }],
    ratings: [{ round: 1, ratedOn: '2022-05-30', attitude: 'satisfied', result: 'dissatisfied', reason: '没有办。' }],
  }
  expect(told(again, ['2022-06-01'])).toEqual([
    ['提出 passed 2/16', '审查 passed 2/22', '交办 passed 2/25', '签收 passed 2/28', '答复 passed 5/20', '评价 passed 5/30'],
    ['重办 passed 6/1', '答复 current', '评价 ahead', '办结 ahead'],
  ])
})

test('a case that was withdrawn stands nowhere; another year is written out', () => {
  const gone: Detail = { ...handed, status: 'withdrawn', submittedOn: '2021-12-30' }
  const [lane] = told(gone)
  expect(lane?.[0]).toBe('提出 passed 2021/12/30')
  expect(lane?.some((station) => station.includes('current'))).toBe(false)
})

const co: Detail['handlers'][number] = {
  unit: { id: '0192f000-0000-7000-8000-000000000002', name: '市财政局' },
  part: 'co',
  scope: '',
  status: 'accepted',
  handedOverOn: '2022-02-25',
  acceptedOn: '2022-02-26',
  objection: null,
  opinion: null,
  concurredOn: null,
  due: null,
}

test('where others were asked, their opinions are a station of its own, passed with the last one', () => {
  expect(told({ ...handed, handlers: [co] })[0]?.[4]).toBe('会办 current')
  const given = { ...co, status: 'done', opinion: { text: '同意。', givenOn: '2022-03-18' } } as const
  expect(told({ ...handed, handlers: [given] })[0]?.slice(4, 6)).toEqual(['会办 passed 3/18', '答复 current'])
})

test('a rating that is sealed is passed without its day; what was promised is followed up after the end', () => {
  const rated: Detail = {
    ...handed,
    status: 'rated',
    isRatingSealed: true,
    replies: [{ ...reply, round: 1, repliedOn: '2022-05-20' }],
  }
  expect(told(rated)[0]?.slice(5)).toEqual(['评价 passed', '办结 current'])
  const closed: Detail = { ...rated, status: 'closed', closedOn: '2022-06-01', isRatingSealed: false }
  expect(told(closed, [], 'open')[0]?.slice(6)).toEqual(['办结 passed 6/1', '跟踪 current'])
  expect(told(closed, [], 'settled')[0]?.at(-1)).toBe('跟踪 passed')
})

test('several units answer separately: the station is passed with the last answer only', () => {
  const one: Detail = { ...handed, replies: [{ ...reply, round: 1, repliedOn: '2022-05-20' }] }
  expect(told(one)[0]?.[4]).toBe('答复 current')
})
