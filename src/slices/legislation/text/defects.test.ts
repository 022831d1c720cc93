import { describe, expect, test } from 'vitest'
import { required } from './fixtures/fixture.ts'
import { parseLaw } from './parse.ts'

const defectsOf = (source: string) => parseLaw(source).defects.map(({ kind, line, where }) => `${line} ${kind} ${where}`)

describe('defects of real sources are reported with their place', () => {
  test.each([
    ['山东省人民代表大会代表建议、批评和意见办理工作条例(2017-05-19)', '14 article-gap 第五条'],
    ['烟台市森林防火条例(2016-09-23)', '8 article-gap 第四条'],
    ['河南省基本农田保护条例(2010-07-30)', '57 article-inside-paragraph 第二十一条第三款'],
    ['河南省基本农田保护条例(2010-07-30)', '58 article-gap 第二十三条'],
    ['浙江省测绘地理信息条例(2019-03-28)', '4 stray-text 第一章'],
    ['浙江省测绘地理信息条例(2019-03-28)', '9 article-gap 第三条'],
    ['深圳经济特区数据条例(2021-07-06)', '157 heading-without-number 第六十条第二款'],
    ['北京市人民代表大会常务委员会关于加强市级预算审查监督的决定(2021-12-24)', '1 no-articles '],
  ])('%s: %s', (name, expected) => {
    expect(defectsOf(required(`single/${name}.txt`))).toContain(expected)
  })

  test('hard line breaks are listed one by one and not joined', () => {
    const defects = parseLaw(required('single/浙江省测绘地理信息条例(2019-03-28).txt')).defects
    expect(defects.filter(({ kind }) => kind === 'broken-line').length).toBeGreaterThan(50)
  })

  test.each([
    '上海市人民建议征集若干规定(2021-06-23)',
    '北京市文明行为促进条例(2020-04-24)',
    '山东省信访条例(2015-09-24)',
    '青岛市人民代表大会代表建议、批评和意见工作条例(2021-07-29)',
  ])('%s has none', (name) => {
    expect(defectsOf(required(`single/${name}.txt`))).toEqual([])
  })
})

describe('planted defects', () => {
  test.each([
    ['a repeated article', '某条例\n第一条　甲。\n第一条　乙。\n', '3 article-order 第一条'],
    ['a chapter left out', '某条例\n第一章　总则\n第一条　甲。\n第三章　附则\n第二条　乙。\n', '4 heading-gap 第三章'],
    ['an item left out', '某条例\n第一条　有下列情形的：\n（一）甲；\n（三）乙。\n', '4 item-gap 第一条'],
    [
      'items in one line',
      '某条例\n第一条　有下列情形的：（一）甲；（二）乙。\n第二条　丙。\n',
      '2 items-inside-paragraph 第一条',
    ],
    ['a number without text', '某条例\n第一条\n第二条　乙。\n', '2 article-without-text 第一条'],
    ['a 目录 that differs', '某条例\n目录\n第一章　总则\n第二章　罚则\n第一章　总则\n第一条　甲。\n', '4 contents-differ 目录'],
    ['条之一 left out', '某条例\n第一条　甲。\n第一条之二　乙。\n', '3 article-gap 第一条之二'],
    ['nothing to read', '某条例\n', '1 no-text '],
  ])('%s', (_, source, expected) => {
    expect(defectsOf(source)).toContain(expected)
  })
})
