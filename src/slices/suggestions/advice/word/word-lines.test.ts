import { expect, test } from 'vitest'
import { splitPaste } from '../rules/split-paste.ts'
import { wordLines, type WordNode } from './word-lines.ts'

const text = (value: string): WordNode => ({ type: 'text', value })
const run = (...children: WordNode[]): WordNode => ({ type: 'run', children })
const paragraph = (value: string, level?: number, isOrdered = true): WordNode => ({
  type: 'paragraph',
  children: [run(text(value))],
  numbering: level === undefined ? null : { level: String(level), isOrdered },
})
const document = (...children: WordNode[]): WordNode => ({ type: 'document', children })

test('SUG-21 numbers that Word makes itself are counted, inner ones from one again', () => {
  const it = document(
    paragraph('设岗', 0),
    paragraph('早上', 1),
    paragraph('晚上', 1),
    paragraph('疏导', 0),
    paragraph('上学', 1),
    paragraph('另外', 0, false),
  )
  expect(wordLines(it)).toEqual(['1. 设岗', '（1）早上', '（2）晚上', '2. 疏导', '（1）上学', '• 另外'])
})

test('SUG-21 the cells of a form are read one after another, a break begins a line, an empty paragraph has no number', () => {
  const cell = (...children: WordNode[]): WordNode => ({ type: 'tableCell', children })
  const table: WordNode = {
    type: 'table',
    children: [{ type: 'tableRow', children: [cell(paragraph('题 目')), cell(paragraph('校园周边交通'))] }],
  }
  const broken: WordNode = {
    type: 'paragraph',
    children: [run(text('事由'), { type: 'break' }, text('拥堵'), { type: 'tab' }, text('严重'))],
  }
  const lines = wordLines(document(table, broken, paragraph('', 0), paragraph('建议：'), paragraph('设岗', 0)))
  expect(lines).toEqual(['题 目', '校园周边交通', '事由', '拥堵 严重', '建议：', '1. 设岗'])
  expect(splitPaste(lines.join('\n'))).toMatchObject({ title: '校园周边交通', matter: '拥堵 严重', requests: ['设岗'] })
})
