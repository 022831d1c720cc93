import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { leavesOf } from './leaves.ts'
import { parseLaw } from './parse.ts'

const bit = constantFrom(
  '第一条',
  '第二条　',
  '第十二条之一 ',
  '第三章 总则',
  '第一编',
  '第2节',
  '（一）',
  '(二)',
  '㈢',
  '1．',
  '①',
  '一、',
  '目　录',
  '附则',
  '附件一',
  '# ',
  '## ',
  '<!-- INFO END -->',
  '本条例',
  '规定的',
  '，',
  '；',
  '。',
  '：',
  '\n',
  '\r\n',
  '\n\n',
  '　',
  '\u200b',
  '\ufeff',
  ' ',
  '2021年5月1日',
  '通过',
  '《某法》第三条',
)
const anySource = oneof(
  array(bit, { maxLength: 60 }).map((bits) => bits.join('')),
  string({ unit: 'grapheme', maxLength: 80 }),
)

test('leaves and layout are the source, whatever the source is', () => {
  assert(
    property(anySource, (source) => {
      const leaves = leavesOf(parseLaw(source))
      expect(leaves.map(({ start, end }) => source.slice(start, end)).join('')).toBe(source)
    }),
    { numRuns: 1500 },
  )
})
