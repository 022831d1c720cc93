import { describe, expect, test } from 'vitest'
import { code } from './fixtures/code.ts'
import { fixture, required, singles } from './fixtures/fixture.ts'
import { leavesOf } from './leaves.ts'
import { outlineOf } from './outline.ts'
import { parseLaw } from './parse.ts'
import { walk } from './walk.ts'

interface Gold {
  title: string
  headings: { level: string | null; number?: number; text: string }[]
  articles: {
    number: number
    suffix: number
    path: string
    kuan: number
    xiang: number
    mu: number
    chars: number
    starts: string
  }[]
}

const named = <T extends { level: string | null }>(headings: readonly T[]) => headings.filter(({ level }) => level !== null)

describe.each(singles())('LEG-05 LEG-26 %s', (name) => {
  const gold = JSON.parse(required(`single/${name}.gold.json`)) as Gold

  test.each(['.md', '.txt', '.toc.txt'])('%s is read as the standard says', (extension) => {
    const source = fixture(`single/${name}${extension}`)
    if (source === null) return expect(extension).toBe('.toc.txt')
    const outline = outlineOf(parseLaw(source))
    expect(outline.title).toBe(gold.title)
    expect(named(outline.headings)).toEqual(named(gold.headings))
    expect(outline.articles).toMatchObject(gold.articles)
  })

  test('in one line: the same articles, headings and 项', () => {
    const outline = outlineOf(parseLaw(required(`single/${name}.oneline.txt`)))
    if (name.startsWith('河南省基本农田')) return expect(outline.articles.map((one) => one.number)).toContain(22)
    expect(outline.articles.map(({ number, path, mu }) => ({ number, path, mu }))).toEqual(
      gold.articles.map(({ number, path, mu }) => ({ number, path, mu })),
    )
    expect(named(outline.headings).map(({ level, number }) => `${level}${number}`)).toEqual(
      named(gold.headings).map(({ level, number }) => `${level}${number}`),
    )
  })

  test('every character is a mark, a text or layout', () => {
    for (const extension of ['.md', '.txt', '.toc.txt', '.oneline.txt']) {
      const source = fixture(`single/${name}${extension}`) ?? ''
      expect(
        leavesOf(parseLaw(source))
          .map(({ start, end }) => source.slice(start, end))
          .join(''),
      ).toBe(source)
    }
  })
})

describe('a code with 编, 条之一 and attachments', () => {
  const expected = [
    '1@1编/1章:1/0/0',
    '2@1编/1章:1/0/0',
    '3@1编/2章/1节:2/2/0',
    '3-1@1编/2章/1节:1/0/0',
    '3-2@1编/2章/1节:1/0/0',
    '4@2编/1章:1/2/2',
    '5@2编/1章:1/0/0',
    '6@:1/0/0',
  ]
  const described = (source: string) =>
    outlineOf(parseLaw(source)).articles.map(
      (one) => `${one.number}${one.suffix > 0 ? `-${one.suffix}` : ''}@${one.path}:${one.kuan}/${one.xiang}/${one.mu}`,
    )

  test.each([
    ['line by line', code],
    ['without ideographic spaces', code.replaceAll('　', '')],
    ['in one line', code.replaceAll('\n', '')],
    ['in one line without ideographic spaces', code.replaceAll('\n', '').replaceAll('　', '')],
    ['with Windows line ends and a byte order mark', `\ufeff${code.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, source) => {
    expect(described(source)).toEqual(expected)
  })

  test('目录, note and attachments are told from the body', () => {
    const law = parseLaw(code)
    expect(law.title?.text).toBe('中华人民共和国示例法典')
    expect(law.notes).toHaveLength(1)
    expect(law.contents).toHaveLength(8)
    expect(law.attachments.map(({ heading, children }) => [heading.text, children.length])).toEqual([
      ['附件一', 1],
      ['附件二', 1],
    ])
    expect(law.defects).toEqual([])
  })

  test('eIds follow the naming convention', () => {
    const eIds = [...walk(parseLaw(code).body)].map(({ node }) => node.eId)
    expect(eIds).toEqual(
      expect.arrayContaining([
        'part_1__chp_2__sec_1',
        'art_3-1',
        'art_3__para_1__item_2',
        'art_4__para_1__item_1__subitem_2',
        'div_1',
      ]),
    )
    expect(new Set(eIds).size).toBe(eIds.length)
  })
})

describe('decisions without 条', () => {
  const decision = [
    '某市人民代表大会常务委员会',
    '关于修改《某市条例》的决定',
    '（2021年5月1日某市第一届人民代表大会常务委员会第三次会议通过）',
    '某市第一届人民代表大会常务委员会第三次会议决定，对《某市条例》作如下修改：',
    '一、将第三条修改为：“市人民政府应当公开。”',
    '二、加强监督',
    '有关部门应当报告。',
    '（一）财政部门；',
    '本决定自公布之日起施行。',
    '某市人民代表大会常务委员会',
    '2021年5月1日',
    '附：名单',
    '略。',
  ].join('\n')

  test('一、二、 are its units; title, preamble, signature and attachment are found', () => {
    const law = parseLaw(decision)
    expect(law.title?.text).toContain('关于修改《某市条例》的决定')
    expect(law.notes).toHaveLength(1)
    expect(law.preamble.map(({ text }) => text.slice(-8))).toEqual(['》作如下修改：'.padStart(8, '例')])
    expect(law.body.map(({ eId, heading }) => [eId, heading])).toEqual([
      ['point_1', ''],
      ['point_2', '加强监督'],
    ])
    expect(law.signature.map(({ text }) => text)).toEqual(['某市人民代表大会常务委员会', '2021年5月1日'])
    expect(law.attachments).toHaveLength(1)
  })

  test('a text without any number is read by its paragraphs', () => {
    const law = parseLaw('关于某事的决议\n会议听取了报告。\n会议同意报告。\n')
    expect(law.body.map(({ level, text }) => [level, text])).toEqual([
      ['paragraph', '会议听取了报告。'],
      ['paragraph', '会议同意报告。'],
    ])
  })
})

test('a line that begins with a reference is a 款, not an article', () => {
  const law = parseLaw(
    '某条例\n第一条　甲。\n第二条　乙。\n第一条、第二条规定的，从其规定。\n第二条第一款规定的，除外。\n第三条　丙。\n',
  )
  expect(outlineOf(law).articles.map(({ number, kuan }) => [number, kuan])).toEqual([
    [1, 1],
    [2, 3],
    [3, 1],
  ])
})
