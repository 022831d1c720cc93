import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addressOf, intentKey } from './client.ts'
import type { KeyPress } from './keys.ts'
import { commandOf, isInputMethodKey, isSearchKey, keyNames, pressAfter } from './keys.ts'
import type { Person, WorkbenchPage } from './page.ts'
import { homeOf, mayOpen, railOf } from './page.ts'
import type { Choice } from './palette/choices.ts'
import { fitting, ranked, unasked } from './palette/choices.ts'
import { pathWords } from './path-words.ts'
import { problemFrom } from './problem.ts'
import type { Move } from './selection.ts'
import { nothingSelected, selectionAfter } from './selection.ts'
import { topicOf } from './use-live.ts'

const press = (given: Partial<KeyPress>): KeyPress => ({
  key: 'j',
  keyCode: 74,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...given,
})

describe('keys', () => {
  test.for([
    [{ isComposing: true }, Infinity, true],
    [{ keyCode: 229 }, Infinity, true],
    [{}, 99, true],
    [{}, 100, false],
  ] as const)('an input method owns %o, %s ms after a composition: %s', ([given, since, owned]) => {
    expect(isInputMethodKey(press(given), since)).toBe(owned)
  })

  test.for([
    [{ key: 'J', shiftKey: false }, 'j'],
    [{ key: 'X', shiftKey: true }, 'shift+x'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'Enter' }, 'Enter'],
    [{ key: 'j', ctrlKey: true }, null],
    [{ key: 'k', metaKey: true }, null],
    [{ key: '？', shiftKey: true }, '?'],
    [{ key: 'Enter', ctrlKey: true }, 'mod+Enter'],
    [{ key: 'Enter', metaKey: true }, 'mod+Enter'],
    [{ key: 'Enter', ctrlKey: true, altKey: true }, null],
  ] as const)('%o is the command %s', ([given, command]) => {
    expect(commandOf(press(given))).toBe(command)
  })

  test('⌘K and Ctrl+K open the search, k alone and Ctrl+Shift+K do not', () => {
    expect(isSearchKey(press({ key: 'k', metaKey: true }))).toBe(true)
    expect(isSearchKey(press({ key: 'K', ctrlKey: true }))).toBe(true)
    expect(isSearchKey(press({ key: 'k' }))).toBe(false)
    expect(isSearchKey(press({ key: 'k', ctrlKey: true, shiftKey: true }))).toBe(false)
  })
})

describe('pairs of keys', () => {
  const known = (command: string) => ['g s', 'j', 's'].includes(command)

  test.for([
    [null, 'g', { run: null, wait: 'g' }],
    ['g', 's', { run: 'g s', wait: null }],
    ['g', 'g', { run: null, wait: 'g' }],
    ['g', 'j', { run: 'j', wait: null }],
    ['g', 'q', { run: null, wait: null }],
    [null, 's', { run: 's', wait: null }],
  ] as const)('PLT-17 after %s, %s is %o', ([before, command, expected]) => {
    expect(pressAfter(before, command, known)).toEqual(expected)
  })

  test.for([
    ['shift+x', false, 'Shift+X'],
    ['g s', false, 'G S'],
    ['mod+Enter', false, 'Ctrl+Enter'],
    ['mod+k', true, '⌘+K'],
    ['?', false, '?'],
  ] as const)('PLT-17 %s is written (Mac: %s) %s', ([command, isMac, written]) => {
    expect(keyNames(command, isMac)).toBe(written)
  })
})

describe('the search', () => {
  const choice = (title: string, key = title): Choice => ({ key, kind: '', title, detail: '', act: { to: '/' } })
  const titles = (choices: readonly Choice[]) => choices.map(({ title }) => title)

  test('PLT-13 names come by how well they fit, of equals in the order given', () => {
    const pages = ['任务与队列', '我的建议', '建议', '建议审查'].map((title) => choice(title))
    expect(titles(fitting(pages, '建议'))).toEqual(['建议', '建议审查', '我的建议'])
    expect(titles(fitting(pages, 'rw'))).toEqual(['任务与队列'])
    expect(fitting(pages, ' ')).toEqual([])
  })

  test('PLT-13 an exact number stands before pages, everything else of the server after them, each once', () => {
    const found = [
      { ...choice('第112号'), match: 'number' as const },
      { ...choice('含 112 的标题'), match: 'name' as const },
      { ...choice('页面 112'), match: 'text' as const },
    ]
    expect(titles(ranked([choice('页面 112')], found))).toEqual(['第112号', '页面 112', '含 112 的标题'])
  })

  test('PLT-13 with nothing typed, recent choices come first and are not repeated', () => {
    expect(titles(unasked([choice('建议')], [choice('打印')], [choice('待办'), choice('建议')]))).toEqual([
      '建议',
      '打印',
      '待办',
    ])
  })

  test.for([
    ['/workbench/suggestions/物业-112', '物业 112'],
    ['/workbench/suggestions/%E7%89%A9%E4%B8%9A', '物业'],
    ['/workbench/admin/0192f3a4b5c6', ''],
    ['/workbench/%', '%'],
    ['/workbench/', ''],
  ] as const)('PLT-13 %s asks for “%s”', ([path, asked]) => {
    expect(pathWords(path)).toBe(asked)
  })
})

describe('the rail', () => {
  const page = (path: string, given: Partial<WorkbenchPage>): WorkbenchPage => ({
    path,
    title: { zh: path, en: path },
    roles: 'everyone',
    component: () => Promise.reject(new Error('not opened here')),
    ...given,
  })
  const pages = [
    page('/ledger', { rail: { order: 2, icon: 'ledger' } }),
    page('/todo', { rail: { order: { deputies_affairs: 1, leader: 9 }, icon: 'todo' } }),
    page('/overview', { roles: ['leader'], rail: { order: 1, icon: 'chart' } }),
    page('/hidden', {}),
  ]
  const paths = (roles: Person['roles']) => railOf(pages, { roles }).map(({ path }) => path)

  test('shows what a role may open, in the order of that role', () => {
    expect(paths(['deputies_affairs'])).toEqual(['/todo', '/ledger'])
    expect(paths(['leader'])).toEqual(['/overview', '/ledger', '/todo'])
    expect(paths(['deputy'])).toEqual(['/ledger'])
    expect(paths(['deputies_affairs', 'leader'])).toEqual(['/todo', '/overview', '/ledger'])
  })

  test('lands on the first place', () => {
    expect(homeOf(pages, { roles: ['leader'] })).toBe('/overview')
    expect(homeOf([], { roles: ['leader'] })).toBe('/')
  })

  test('a page of other roles stays shut', () => {
    expect(mayOpen({ roles: ['leader'] }, { roles: ['deputy'] })).toBe(false)
  })
})

describe('selection', () => {
  const keys = ['a', 'b', 'c', 'd']
  const after = (...moves: Move[]) => moves.reduce((state, move) => selectionAfter(state, move, keys), nothingSelected)

  test('moves stop at both ends', () => {
    expect(after({ kind: 'previous' }).at).toBe(0)
    expect(after(...Array.from({ length: 9 }, () => ({ kind: 'next' as const }))).at).toBe(3)
    expect(selectionAfter(nothingSelected, { kind: 'next' }, []).at).toBe(-1)
  })

  test('a range runs from the last chosen row to the current one, in either direction', () => {
    expect([...after({ kind: 'choose', key: 'd' }, { kind: 'go', at: 1 }, { kind: 'range' }).chosen].sort()).toEqual([
      'b',
      'c',
      'd',
    ])
  })

  test('choosing twice leaves nothing, and nothing outside the rows is ever chosen', () => {
    const move: fc.Arbitrary<Move> = fc.oneof(
      fc.constantFrom<Move>({ kind: 'next' }, { kind: 'previous' }, { kind: 'toggle' }, { kind: 'range' }, { kind: 'clear' }),
      fc.record({ kind: fc.constant('go' as const), at: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ kind: fc.constant('all' as const), isChosen: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(move), fc.constantFrom(...keys), (moves, key) => {
        const state = after(...moves)
        expect(state.at).toBeLessThan(keys.length)
        expect([...state.chosen].every((chosen) => keys.includes(chosen))).toBe(true)
        const twice = selectionAfter(selectionAfter(state, { kind: 'choose', key }, keys), { kind: 'choose', key }, keys)
        expect([...twice.chosen].sort()).toEqual([...state.chosen].sort())
      }),
    )
  })
})

describe('the client', () => {
  test('fills paths and queries, encoded, without what is not set', () => {
    const sent = { params: { id: 'a/b' }, query: { q: '物业', state: undefined, unit: ['1', '2'], empty: '' } }
    expect(addressOf('/suggestions/{id}', sent)).toBe('/api/v1/suggestions/a%2Fb?q=%E7%89%A9%E4%B8%9A&unit=1&unit=2')
  })

  test('keys of intents are accepted by the server and never alike', () => {
    const keys = Array.from({ length: 50 }, intentKey)
    expect(new Set(keys).size).toBe(50)
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{8,255}$/)
  })

  test('reads a problem with its fields and what is possible now', () => {
    const body = {
      code: 'not-now',
      detail: '这一件已经交办。',
      fields: [{ path: 'unit', message: '请选择。' }, 7],
      now: { status: 'a', allowed: ['b'] },
    }
    const problem = problemFrom(409, body, '读不懂')
    expect(problem).toMatchObject({ status: 409, code: 'not-now', message: '这一件已经交办。', now: { allowed: ['b'] } })
    expect(problem.fieldError('unit')).toBe('请选择。')
    expect(problem.fieldError('other')).toBeUndefined()
  })

  test.for([null, 'html', {}, { code: 1 }])('%o is no problem document', (body) => {
    expect(problemFrom(502, body, '读不懂')).toMatchObject({ status: 502, code: 'unreadable-answer', message: '读不懂' })
  })
})

test('a live message names its topic, anything else is nothing', () => {
  expect(topicOf('{"topic":"suggestions","name":"suggestion.assigned","subjectId":null}')).toBe('suggestions')
  expect(topicOf('hello')).toBeNull()
  expect(topicOf('{"topic":1}')).toBeNull()
  expect(topicOf('null')).toBeNull()
})
