import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { describe, expect, test } from 'vitest'

import type { Words } from './words.ts'
import { pick, wordGaps } from './words.ts'

const root = resolve('src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)words\.ts$/.test(path) && path !== 'lib/pure/words.ts')
  .filter((path) => /\ben: typeof zh\b/.test(readFileSync(resolve(root, path), 'utf8')))
  .sort()

describe('every dictionary is complete in both languages', () => {
  test('the kits have theirs', () => {
    expect(files).toEqual(expect.arrayContaining(['lib/ui/words.ts', 'portal/words.ts', 'workbench/words.ts']))
  })

  test.for(files)('%s', async (path) => {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(resolve(root, path)).href)
    const dictionaries = Object.entries(module).filter(([, value]) => isWords(value))
    expect(dictionaries, `${path} exports no { zh, en }`).not.toEqual([])
    for (const [name, words] of dictionaries) expect(wordGaps(words as Words<unknown>, name)).toEqual([])
  })
})

describe('wordGaps', () => {
  const complete = { save: '保存', more: { days: (n: number) => `${n} 天` } }

  test('finds nothing in a complete pair', () => {
    expect(wordGaps({ zh: complete, en: { save: 'Save', more: { days: (n: number) => `${n} days` } } })).toEqual([])
  })

  test.for([
    [{ save: 'Save' }, ['more: missing in en']],
    [{ ...complete, save: ' ' }, ['save: empty in en']],
    [{ ...complete, extra: 'x' }, ['extra: missing in zh']],
    [{ ...complete, more: { days: '' } }, ['more.days: function in zh, string in en']],
    [{ ...complete, more: { days: () => '' } }, ['more.days: empty in en', 'more.days: empty in en', 'more.days: empty in en']],
  ] as const)('names each hole: %o', ([en, gaps]) => {
    expect(wordGaps({ zh: complete, en } as Words<unknown>)).toEqual(gaps)
  })
})

test('pick answers the dictionary of the language', () => {
  expect(pick('zh-CN', { zh: '一', en: 'one' })).toBe('一')
  expect(pick('en', { zh: '一', en: 'one' })).toBe('one')
})

function isWords(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
