import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, splitPaste } from './split-paste.ts'

const whole = `关于老旧小区加装电梯的建议
领衔代表：王敏
一、事由
我市老旧小区约 475 个，六层以上住宅多数没有电梯。
存在的问题：资金、意见统一难。
二、具体建议
1. 市级财政按每部 10 万元补助。
2. 建立“一站式”审批窗口，
压缩到 15 个工作日。
3. 每季度公布进展。`

describe('SUG-21 splitting a pasted text', () => {
  test('title, matter and numbered requests find their fields', () => {
    expect(splitPaste(whole)).toEqual({
      title: '关于老旧小区加装电梯的建议',
      matter: '我市老旧小区约 475 个，六层以上住宅多数没有电梯。\n存在的问题：资金、意见统一难。',
      requests: ['市级财政按每部 10 万元补助。', '建立“一站式”审批窗口，\n压缩到 15 个工作日。', '每季度公布进展。'],
      leftOut: ['领衔代表：王敏'],
      labels: ['一、事由', '二、具体建议', '1.', '2.', '3.'],
    })
  })

  test.each([
    ['标题：《关于校园周边交通的建议》\n拥堵严重。', '关于校园周边交通的建议'],
    ['标题：\n关于校园周边交通的建议\n拥堵严重。', '关于校园周边交通的建议'],
    ['示例市第十七届人民代表大会\n代表建议\n第    号\n关于校园周边交通的建议\n拥堵严重。', '关于校园周边交通的建议'],
    ['关于加快推进老旧小区\n加装电梯工作的建议\n楼高。', '关于加快推进老旧小区加装电梯工作的建议'],
    ['领衔代表：王敏\n题 目\n校园周边交通\n事由\n拥堵严重。', '校园周边交通'],
    ['上下学时段校门口拥堵严重，家长反映强烈。\n具体建议：增设护学岗。', ''],
  ])('the title of %j is %j', (text, title) => {
    expect(splitPaste(text).title).toBe(title)
  })

  test.each([
    ['关于甲的建议\n情况。\n为此，建议：\n一是设岗。\n二是疏导。', ['设岗。', '疏导。']],
    ['关于甲的建议\n情况。\n建议：1.设岗；2.疏导。', ['设岗；', '疏导。']],
    ['关于甲的建议\n情况。\n对策建议\n（一）设岗\n1.早上\n2.晚上\n（二）疏导', ['设岗\n1.早上\n2.晚上', '疏导']],
    ['关于甲的建议\n情况。\n具体建议\n设岗。\n疏导。', ['设岗。', '疏导。']],
    ['关于甲的建议\n情况。为此，建议：1.设岗；2.疏导。', ['设岗；', '疏导。']],
    ['关于甲的建议\n情况。\n为此，建议市公安局设岗。', ['市公安局设岗。']],
    ['关于甲的建议\n情况。\n三、对策建议\n针对上述问题，提出如下建议：\n一是设岗；二是疏导。', ['设岗；', '疏导。']],
    ['关于甲的建议\n情况。\n建议\n请有关部门：\n1.设岗。\n2.疏导。', ['请有关部门：', '设岗。', '疏导。']],
    ['关于甲的建议\n方案\n• 设岗。\n• 疏导。\n理由\n情况。', ['设岗。', '疏导。']],
    [
      '关于甲的建议\n情况。\n建议：\n1.设岗。\n王敏代表：13800000000\n联系电话：13800000000\n2022年9月1日',
      ['设岗。\n王敏代表：13800000000'],
    ],
    ['关于甲的建议\n情况。\n具体建议\n1.增长 3.5 倍。', ['增长 3.5 倍。']],
  ])('the requests of %j are %j', (text, requests) => {
    expect(splitPaste(text)).toMatchObject({ title: '关于甲的建议', matter: '情况。', requests })
  })

  test('a text without recognised requests stays whole in the matter', () => {
    expect(splitPaste('关于甲的建议\n第一段。\n第二段。')).toEqual({
      title: '关于甲的建议',
      matter: '第一段。\n第二段。',
      requests: [],
      leftOut: [],
      labels: [],
    })
  })

  test('nothing at all gives empty fields', () => {
    expect(splitPaste(' \n　\r\n')).toEqual({ title: '', matter: '', requests: [], leftOut: [], labels: [] })
  })

  test('what was put together in the usual order comes apart again', () => {
    const sentence = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{3,30}$/).map((it) => `${it}。`)
    const parts = fc.record({
      matter: fc.array(sentence, { minLength: 1 }),
      requests: fc.array(sentence, { minLength: 1, maxLength: 20 }),
    })
    fc.assert(
      fc.property(parts, ({ matter, requests }) => {
        const items = requests.map((it, at) => `${at + 1}．${it}`)
        const text = ['关于甲的建议', ...matter, '具体建议：', ...items].join('\r\n　　')
        expect(splitPaste(text)).toMatchObject({ title: '关于甲的建议', matter: matter.join('\n'), requests, leftOut: [] })
      }),
    )
  })

  test('every character of any text stands in one piece, in its order', () => {
    const scraps = [
      '关于',
      '甲乙丙',
      '的建议',
      '标题：',
      '案由',
      '一、',
      '1.',
      '（2）',
      '①',
      '• ',
      '一是',
      '具体建议',
      '：',
      '为此，建议',
      '。',
      '；',
      '理由',
    ]
    const more = ['领衔代表：王敏', '2022年9月1日', '《', '》', ' ', '\u3000', '\n', '\r\n', '\t', 'A', '😀']
    const text = fc.array(fc.oneof(fc.constantFrom(...scraps, ...more), fc.string({ unit: 'grapheme', maxLength: 4 })), {
      maxLength: 60,
    })
    const solid = (it: string) => it.replaceAll(/[\s\u3000\uFEFF]+/g, '')
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('')
        const pieces = piecesOf(source)
        expect(solid(pieces.map((it) => it.text).join(''))).toBe(solid(source))
        const { title, matter, requests, leftOut, labels } = splitPaste(source)
        const fields = solid([title, matter, ...requests, ...leftOut, ...labels].join(''))
        expect([...fields].toSorted()).toEqual([...solid(source)].toSorted())
      }),
      { numRuns: 500 },
    )
  })
})
