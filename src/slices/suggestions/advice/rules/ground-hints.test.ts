import { expect, test } from 'vitest'
import { groundCodes } from '../../rules/grounds.ts'
import { groundHints, type GroundCode } from './ground-hints.ts'

const hintsIn = (matter: string, grounds: readonly GroundCode[] = groundCodes) =>
  groundHints({ title: '关于有关事项的建议', matter, requests: ['请研究解决'] }, grounds).map(({ ground }) => ground)

test.each<[GroundCode, string]>([
  ['PERSONAL', '我家的宅基地被邻居占用多年。'],
  ['PERSONAL', '本人退休工资偏低，请求补发。'],
  ['PERSONAL', '我儿子大学毕业后一直没有工作。'],
  ['PERSONAL', '我公司因疫情停产，希望减免税费。'],
  ['CONCRETE_CASE', '（2022）示01民初123号判决认定事实不清。'],
  ['CONCRETE_CASE', '当事人不服市中级人民法院的判决，正在申请再审。'],
  ['CONCRETE_CASE', '案号：示01民终7号。'],
  ['FORWARDED', '现转交群众张某来信一封，请予办理。'],
  ['FORWARDED', '信访人李某反映拆迁补偿不到位。'],
  ['COMPLAINT', '实名举报某局长滥用职权。'],
  ['COMPLAINT', '对处理不服，现提出申诉，申诉人要求复查。'],
  ['BIDDING', '参与该项目投标未果，请重新组织评标。'],
  ['BIDDING', '建议由某某公司承建该工程。'],
  ['ACADEMIC_AD', '我公司产品技术领先，请在全市推广。'],
  ['ACADEMIC_AD', '摘要：本文从三个方面探讨。'],
  ['CONSULT', '请问办理居住证需要哪些材料？'],
])('SUG-21 %s: %s', (ground, matter) => {
  expect(hintsIn(matter)).toContain(ground)
})

test.each([
  '建议畅通投诉举报渠道，公布举报电话，落实举报奖励制度。',
  '建议加强对招标投标的监管，防止围标串标。',
  '完善行政复议和申诉机制，保护举报人权益。',
  '法院判决执行难，建议完善联动机制。',
  '家家户户都有体会，我市企业用工难，大家反映强烈。',
  '建议推广专利质押融资，服务中小企业。',
  '群众来信来访增多，建议加强信访工作。',
  '我在走访中看到，老人和儿子女儿不在一处生活的情况增多。',
  '我省我市产品质量提升明显，本人代表小组走访了六个村。',
])('SUG-21 an ordinary suggestion raises no hint: %s', (matter) => {
  expect(hintsIn(matter)).toEqual([])
})

test('SUG-21 only grounds of this place’s profile are hinted at, with the words found', () => {
  const text = { title: '关于我家的宅基地的建议', matter: '请问怎么办理？', requests: ['请解答'] }
  expect(groundHints(text, ['PERSONAL'])).toEqual([{ ground: 'PERSONAL', words: ['我家'] }])
  expect(groundHints(text, ['NO_SUBSTANCE'])).toEqual([])
})

test('SUG-21 a long text without an end mark is read in no time', () => {
  const started = performance.now()
  groundHints({ title: '', matter: '参加请建议不服举报我公司'.repeat(400), requests: [] }, groundCodes)
  expect(performance.now() - started).toBeLessThan(2_000)
})
