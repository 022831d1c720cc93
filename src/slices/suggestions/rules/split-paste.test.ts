import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitPaste } from './split-paste.ts'

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

describe('splitting a pasted text', () => {
  test('title, matter and numbered requests find their fields', () => {
    expect(splitPaste(whole)).toEqual({
      title: '关于老旧小区加装电梯的建议',
      matter: '我市老旧小区约 475 个，六层以上住宅多数没有电梯。\n存在的问题：资金、意见统一难。',
      requests: ['市级财政按每部 10 万元补助。', '建立“一站式”审批窗口，\n压缩到 15 个工作日。', '每季度公布进展。'],
      leftOut: ['领衔代表：王敏'],
    })
  })

  test.each([
    ['标题：《关于校园周边交通的建议》\n拥堵严重。', '关于校园周边交通的建议'],
    ['标题：\n关于校园周边交通的建议\n拥堵严重。', '关于校园周边交通的建议'],
    ['上下学时段校门口拥堵严重，家长反映强烈。\n具体建议：增设护学岗。', ''],
  ])('the title of %j is %j', (text, title) => {
    expect(splitPaste(text).title).toBe(title)
  })

  test.each([
    ['关于甲的建议\n情况。\n为此，建议：\n一是设岗。\n二是疏导。', ['设岗。', '疏导。']],
    ['关于甲的建议\n情况。\n建议：1.设岗；2.疏导。', ['设岗；', '疏导。']],
    ['关于甲的建议\n情况。\n对策建议\n（一）设岗\n1.早上\n2.晚上\n（二）疏导', ['设岗\n1.早上\n2.晚上', '疏导']],
    ['关于甲的建议\n情况。\n具体建议\n设岗。\n疏导。', ['设岗。', '疏导。']],
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
    })
  })

  test('nothing at all gives empty fields', () => {
    expect(splitPaste(' \n　\r\n')).toEqual({ title: '', matter: '', requests: [], leftOut: [] })
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
        expect(splitPaste(text)).toEqual({ title: '关于甲的建议', matter: matter.join('\n'), requests, leftOut: [] })
      }),
    )
  })
})
