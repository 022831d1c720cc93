import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { fragmentsOf } from './fragments.ts'
import { isStale, MODEL_FORMAT } from './freshness.ts'
import { reasonsOf } from './reasons.ts'
import { tellingWords } from './telling-words.ts'
import { dutiesOf } from './unit-duties.ts'

test.each([
  ['关于加快老旧小区加装电梯的建议', ['老旧小区', '小区加装', '加装电梯']],
  ['关于加强河道治理的建议', ['河道治理']],
  ['关于5G基站的建议', ['5G基站']],
  ['关于进一步加强和改进工作的建议', ['和改进']],
  ['建议', []],
])('SUG-31 what is looked for in %s', (title, fragments) => {
  expect(fragmentsOf(title, 8)).toEqual(fragments)
})

test('SUG-31 whatever is typed, few fragments of two to four characters are looked for', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (title) => {
      const fragments = fragmentsOf(title, 8)
      expect(fragments.length).toBeLessThanOrEqual(8)
      for (const it of fragments) expect([2, 3, 4]).toContain([...it].length)
    }),
  )
})

test('SUG-31 shared words are said as people say them; openings and closings say nothing', () => {
  expect(tellingWords(['这件事关系群众切身利益', '区中小企业用工难的建议', '的建议', '街道', '校企合作'])).toEqual([
    '区中小企业用工难',
    '校企合作',
  ])
})

const day = (text: string) => new Date(`${text}T00:00:00Z`)
test.each([
  ['yesterday and nothing new', MODEL_FORMAT, 100, 100, '2022-03-02', false],
  ['a tenth and thirty more', MODEL_FORMAT, 100, 130, '2022-03-02', true],
  ['thirty more of two thousand', MODEL_FORMAT, 2000, 2030, '2022-03-02', false],
  ['older than a week', MODEL_FORMAT, 100, 100, '2022-03-10', true],
  ['written by another program', MODEL_FORMAT + 1, 100, 100, '2022-03-02', true],
])('SUG-32 stale: %s', (_, format, learnt, now, on, stale) => {
  expect(isStale({ format, handOvers: learnt, learntAt: day('2022-03-01') }, now, day(on))).toBe(stale)
})

test.each([
  ['市公交集团', '公交、地铁，出租车', ['公交', '地铁', '出租车']],
  ['市航天局', '', []],
])('SUG-32 duties of %s', (name, duties, words) => {
  expect(dutiesOf({ id: 'u', name, duties }).duties).toEqual(words)
})

test.each([
  ['市教育局', '学校'],
  ['市住建局', '物业'],
  ['清溪区交通运输局', '公交'],
  ['市生态环境局', '污染'],
])('SUG-32 where nothing is declared, %s has the usual duties', (name, word) => {
  expect(dutiesOf({ id: 'u', name, duties: '' }).duties).toContain(word)
})

test('SUG-32 reasons are told apart', () => {
  expect(reasonsOf(['职责：公交', '用词：站点', '相近办件：id-1', '别的'])).toEqual({
    duties: ['公交'],
    words: ['站点'],
    past: ['id-1'],
  })
})
