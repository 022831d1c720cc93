import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPaste } from '../rules/split-paste.ts'
import { isWritten, taken } from './taken.ts'

const empty = { title: '', matter: '', requests: [''] }
const split = splitPaste('关于甲的建议二\n领衔代表：王敏\n情况。\n具体建议\n1.设岗。')

test('SUG-21 an empty form takes the split as it is', () => {
  expect(isWritten(empty)).toBe(false)
  expect(taken(empty, split, { way: 'append', keepsLeftOut: false })).toEqual({
    title: '关于甲的建议二',
    matter: '情况。',
    requests: ['设岗。'],
  })
})

test('SUG-21 what was written is replaced, or stays in front with its title', () => {
  const mine = { title: '关于乙的建议', matter: '我的情况。', requests: ['', '疏导。'] }
  expect(taken(mine, split, { way: 'replace', keepsLeftOut: true })).toEqual({
    title: '关于甲的建议二',
    matter: '情况。\n领衔代表：王敏',
    requests: ['设岗。'],
  })
  expect(taken(mine, split, { way: 'append', keepsLeftOut: false })).toEqual({
    title: '关于乙的建议',
    matter: '我的情况。\n关于甲的建议二\n情况。',
    requests: ['疏导。', '设岗。'],
  })
})

test('SUG-21 appending loses no character of either', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 })
  const fields = fc.record({ title: words, matter: words, requests: fc.array(words, { maxLength: 3 }) })
  const solid = (texts: readonly string[]) => [...texts.join('').replaceAll(/[\s\u3000\uFEFF]+/g, '')].toSorted()
  fc.assert(
    fc.property(fields, fc.array(words), (mine, lines) => {
      const other = splitPaste(lines.join('\n'))
      const it = taken(mine, other, { way: 'append', keepsLeftOut: true })
      const both = [mine.title, mine.matter, ...mine.requests, other.title, other.matter, ...other.requests, ...other.leftOut]
      expect(solid([it.title, it.matter, ...it.requests])).toEqual(solid(both))
    }),
  )
})
