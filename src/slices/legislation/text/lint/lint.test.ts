import { describe, expect, test } from 'vitest'
import { pairs, required, singles } from '../fixtures/fixture.ts'
import { parseLaw } from '../parse.ts'
import { lintLaw } from './lint.ts'

const end = '第九条　本条例自2024年1月1日起施行。\n'
const law = (...lines: string[]) =>
  `某条例\n第一条　为了管理，制定本条例。\n第二条　甲应当有下列行为：\n（一）一；\n（二）二。\n乙也应当。\n${lines.map((line, index) => `${['第三条', '第四条', '第五条', '第六条', '第七条', '第八条'][index]}　${line}\n`).join('')}`
const findingsOf = (source: string) => lintLaw(parseLaw(source))
const described = (source: string) => findingsOf(source).map(({ rule, where, found }) => `${rule} ${where} ${found}`)
const filler = (from: number) => Array.from({ length: 6 - from }, () => '甲应当公开。')
const full = (line: string) => law(line, ...filler(1)) + end

describe('LEG-27 what each rule finds', () => {
  test.each([
    ['an article that does not exist', full('违反本条例第九十条规定的，处罚。'), 'dead-reference 第三条 第九十条'],
    ['a 款 that does not exist', full('违反第二条第三款规定的，处罚。'), 'dead-reference 第三条 第二条第三款'],
    ['an 项 that does not exist', full('违反第二条第一款第三项规定的，处罚。'), 'dead-reference 第三条 第二条第一款第三项'],
    ['前款 in a first 款', full('前款规定的，处罚。'), 'dead-reference 第三条 前款'],
    ['must for shall', full('甲必须公开。'), 'word-pair 第三条 必须'],
    ['a bare 但', full('甲应当公开，但不得泄密。'), 'word-pair 第三条 但'],
    ['帐 for 账', full('甲应当建立帐簿。'), 'word-pair 第三条 帐'],
    ['做出 for 作出', full('甲应当做出书面决定。'), 'word-pair 第三条 做出'],
    [
      'a short name given twice',
      law('市停车管理部门（以下简称主管部门）负责。', '市公安部门（以下简称主管部门）配合。', '主管部门公开。', ...filler(3)) +
        end,
      'term-defined-twice 第四条 主管部门',
    ],
    [
      'a term defined twice',
      law('本条例所称停车场，是指甲。', '本条例所称停车场，是指乙。', ...filler(2)) + end,
      'term-defined-twice 第四条 停车场',
    ],
    [
      'a short name used before',
      law('市交管办负责。', '市交通管理事务中心（以下简称市交管办）负责。', '市交管办公开。', ...filler(3)) + end,
      'term-used-before-definition 第四条 市交管办',
    ],
    [
      'a short name never used',
      law('市交通管理事务中心（以下简称市交管办）负责。', ...filler(1)) + end,
      'term-not-used 第三条 市交管办',
    ],
    ['no date of effect', law(...filler(0)), 'effect-date 第八条 '],
    ['a bracket left open', full('甲（含乙应当公开。'), 'unpaired-mark 第三条 （'],
    [
      'articles listed one by one',
      full('违反第三条、第四条、第五条规定的，处罚。'),
      'long-enumeration 第三条 第三条、第四条、第五条',
    ],
    ['a number left out', `${law('甲。')}第五条　本条例自公布之日起施行。\n`, 'numbering 第五条 第五条'],
  ])('%s', (_, source, expected) => {
    expect(described(source)).toContain(expected)
  })

  test('every finding names a norm, a place and what to do', () => {
    for (const finding of findingsOf(full('违反本条例第九十条规定的，必须改正，但可以从轻。'))) {
      expect(finding.basis).not.toBe('')
      expect(finding.message).not.toBe('')
      expect(finding.line).toBe(7)
    }
  })
})

describe('what is in order is left alone', () => {
  test.each([
    ['references to other laws', full('依照《中华人民共和国行政处罚法》第八十条和第九十条第二款、民法典第一千条的规定处罚。')],
    ['references that exist', full('违反本条例第二条第一款第（二）项、第一条规定的，处罚。')],
    ['前款 behind a 款', law('甲公开。', ...filler(1)).replace('乙也应当。', '前款规定适用于乙。') + end],
    ['the title of another document', full('依照《关于必须公开的决定》办理。')],
    ['effect from the day of publication', `${law(...filler(0))}第九条　本条例自公布之日起施行。\n`],
  ])('%s', (_, source) => {
    expect(described(source)).toEqual([])
  })

  test('real laws have findings of numbering and wording only where the words are there', () => {
    const sources = [
      ...singles().map((name) => required(`single/${name}.txt`)),
      ...pairs().map((title) => required(`pairs/${title}/new.md`)),
    ]
    const errors = sources.flatMap((source) =>
      findingsOf(source).filter(({ severity, rule }) => severity === 'error' && rule !== 'numbering'),
    )
    expect(errors).toEqual([])
  })
})
