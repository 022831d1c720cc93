import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from '../blanks.ts'
import { diffRows } from '../diff-rows.ts'
import type { DiffRow } from '../diff-rows.ts'
import { pairs, required } from '../fixtures/fixture.ts'
import { parseLaw } from '../parse.ts'
import { differenceOf } from './difference.ts'
import { carryIdentities, firstIdentities } from './identity.ts'
import { kindOf } from './kind.ts'
import { longestRise } from './moves.ts'
import { amendmentTable } from './table.ts'
import { tokensOf } from './tokens.ts'

const keyOf = ({ old, new: fresh, kind, moved }: DiffRow) => `${old}>${fresh} ${kind}${moved ? ' moved' : ''}`

test.each(pairs())('LEG-25 %s: article by article as the hand-checked standard says', (title) => {
  const rows = diffRows(parseLaw(required(`pairs/${title}/old.md`)), parseLaw(required(`pairs/${title}/new.md`)))
  const gold = JSON.parse(required(`pairs/${title}/gold.json`)) as { rows: DiffRow[] }
  expect(rows.map(keyOf).toSorted()).toEqual(gold.rows.map(keyOf).toSorted())
})

test('a law against itself has only unchanged rows, however it is spaced', () => {
  const source = required('pairs/监察法/new.md')
  const rows = diffRows(parseLaw(source), parseLaw(source.replaceAll('（', '(').replaceAll(' ', '　\u200b')))
  expect(new Set(rows.map(({ kind, moved }) => `${kind}${moved ? ' moved' : ''}`))).toEqual(new Set(['same']))
})

test('words of one article that became an article of their own are traced to it', () => {
  const rows = diffRows(parseLaw(required('pairs/立法法/old.md')), parseLaw(required('pairs/立法法/new.md')))
  expect(rows.find((row) => row.new === 80)).toMatchObject({ kind: 'added', splitFrom: 72 })
})

test('an article taken up by another is traced to it', () => {
  const old =
    '某条例\n第一条　市人民政府统一领导全市停车场的规划和建设，每五年编制一次专项规划。\n第二条　公安机关负责道路停车秩序的管理，查处违法停车。\n第三条　违者罚款。\n'
  const fresh =
    '某条例\n第一条　市人民政府统一领导全市停车场的规划和建设，每五年编制一次专项规划，公安机关负责道路停车秩序的管理，查处违法停车。\n第二条　违者罚款。\n'
  expect(diffRows(parseLaw(old), parseLaw(fresh)).map(keyOf)).toEqual(['1>1 changed', '2>null deleted', '3>2 same'])
  expect(diffRows(parseLaw(old), parseLaw(fresh))[1]).toMatchObject({ mergedInto: 1 })
})

test('decisions are compared by their 一、', () => {
  const rows = diffRows(
    parseLaw('决定\n一、公开预算。\n二、加强审计监督。\n'),
    parseLaw('决定\n一、加强审计监督。\n二、发挥代表作用。\n'),
  )
  expect(rows.map(keyOf)).toEqual(['1>null deleted', '2>1 same', 'null>2 added'])
})

describe('kinds of change', () => {
  test.each([
    ['依照本法第八条规定。', '依照本法第十一条规定。', 'renumbered-reference-only'],
    ['依照第八条第二款第（三）项。', '依照第九条第一款第(四)项。', 'renumbered-reference-only'],
    ['罚款三十元。', '罚款五十元。', 'changed'],
    ['总　则（一）', '总则(一)', 'same'],
    ['第八条', '第八条之一', 'renumbered-reference-only'],
  ])('%s → %s is %s', (old, fresh, kind) => {
    expect(kindOf(old, fresh)).toBe(kind)
  })
})

test('of units in a new order the fewest have moved', () => {
  expect(longestRise([2, 3, 4, 1, 5], (value) => value)).toEqual([2, 3, 4, 5])
  expect(
    longestRise(
      [2, 1],
      (value) => value,
      (value) => value,
    ),
  ).toEqual([2])
})

describe('the readable difference', () => {
  const shown = (old: string, fresh: string) =>
    differenceOf(old, fresh)
      .map(({ change, text }) => (change === 'same' ? text : change === 'deleted' ? `[-${text}-]` : `[+${text}+]`))
      .join('')

  test.each([
    ['保护市场主体权益。', '保护经营主体权益。', '保护[-市场-][+经营+]主体权益。'],
    ['本法第十二条规定的', '本法第二十二条规定的', '本法[-第十二条-][+第二十二条+]规定的'],
    ['应当在三十日内答复。', '应当在二十日内答复。', '应当在[-三十日-][+二十日+]内答复。'],
    [
      '甲负责。\n乙负责监督管理工作。',
      '甲负责。\n丙应当配合有关部门做好相关的服务保障。\n乙负责监督管理工作。',
      '甲负责。\n[+丙应当配合有关部门做好相关的服务保障。\n+]乙负责监督管理工作。',
    ],
    ['总　则', '总则', '总则'],
  ])('%s → %s', (old, fresh, expected) => {
    expect(shown(old, fresh)).toBe(expected)
  })

  const words = array(
    constantFrom('应当', '人民政府', '第十二条', '（一）', '，', '。', '的', '\n', '　', '市场主体', '经营主体'),
    {
      maxLength: 30,
    },
  ).map((all) => all.join(''))

  test('is the new text without what was deleted, and the old one without what was inserted', () => {
    assert(
      property(words, words, (old, fresh) => {
        const segments = differenceOf(old, fresh)
        expect(segments.flatMap(({ change, text }) => (change === 'deleted' ? [] : [text])).join('')).toBe(fresh)
        expect(plain(segments.flatMap(({ change, text }) => (change === 'inserted' ? [] : [text])).join(''))).toBe(plain(old))
      }),
    )
  })

  test('words put together are the text', () => {
    assert(
      property(
        words,
        (text) =>
          tokensOf(text)
            .map((token) => token.text)
            .join('') === text,
      ),
    )
  })
})

test('LEG-25 an identity goes with its clause, whatever its number becomes', () => {
  const old = parseLaw(
    '某条例\n第一条　市人民政府应当制定停车规划。\n公安机关负责秩序管理工作。\n第二条　违反规定的，处二百元罚款。\n',
  )
  const fresh = parseLaw(
    '某条例\n第一条　为了方便停车，制定本条例。\n第二条　市人民政府应当及时制定停车规划。\n街道办事处协助开展相关活动。\n公安机关负责停车秩序管理工作。\n第三条　违反规定的，处二百元罚款。\n',
  )
  const first = firstIdentities(old, 'v1')
  const second = carryIdentities(first, old, fresh, 'v2')
  expect(second.get('art_3')).toBe('v1:art_2')
  expect(second.get('art_2__para_1')).toBe('v1:art_1__para_1')
  expect(second.get('art_2__para_3')).toBe('v1:art_1__para_2')
  expect(second.get('art_2__para_2')).toBe('v2:art_2__para_2')
  expect(second.get('art_1')).toBe('v2:art_1')
  expect(new Set(second.values()).size).toBe(second.size)
})

test('修改对照表 has both texts and a remark on every row', () => {
  const table = amendmentTable(
    parseLaw(required('pairs/北京市制定地方性法规条例/old.md')),
    parseLaw(required('pairs/北京市制定地方性法规条例/new.md')),
  )
  expect(table.find(({ newLabel }) => newLabel === '第六十六条')).toMatchObject({
    oldLabel: '第六十四条',
    kind: 'same',
    isMoved: true,
    remark: '未改动；由原第六十四条移来',
  })
  expect(table.find(({ oldLabel }) => oldLabel === '第十四条')).toMatchObject({ newLabel: '', kind: 'deleted' })
  expect(
    table.filter(({ kind }) => kind === 'changed').every(({ segments }) => segments.some(({ change }) => change !== 'same')),
  ).toBe(true)
})
