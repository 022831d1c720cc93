import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CategoryCode, type Category, type Dictionary } from '../contract.ts'
import { shippedDictionary } from '../shipped-categories.ts'
import { add, move, rename, restore, retire, type Decision } from './amend.ts'
import { codesNamed } from './named.ts'
import { categoryOptions } from './options.ts'
import { categoryName, fieldOf, isClass, isLiving, labelOf } from './reading.ts'

const names = { zh: '水利', en: 'Waterworks' }
const said = (it: Decision) => ('sentence' in it ? it.code : it.name)

/** The dictionary as it stands after a change. */
function after(dictionary: Dictionary, decision: Decision): Dictionary {
  if ('sentence' in decision) return dictionary
  const written = new Map(decision.rows.map((it) => [it.code, it]))
  const kept = dictionary.items.map((it) => written.get(it.code) ?? it)
  const added = decision.rows.filter((it) => !dictionary.items.some(({ code }) => code === it.code))
  const items = [...kept, ...added].toSorted((a, b) => orderOf(dictionary.items, a) - orderOf(dictionary.items, b))
  return { version: dictionary.version + 1, items }
}

function orderOf(items: readonly Category[], it: Category): number {
  const field = items.find(({ code }) => code === fieldOf(it.code))?.ordinal ?? it.ordinal
  return field * 1000 + (isClass(it.code) ? it.ordinal : 0)
}

test('SUG-19 a code is a field, or a class of one, and never deeper', () => {
  for (const code of ['economy', 'a-b', 'construction.roads', 'a1.b-2'])
    expect(CategoryCode.safeParse(code).success, code).toBe(true)
  for (const code of ['', 'A', '1a', 'a.', '.a', 'a.b.c', 'a--b', 'a-', '道路', 'a b']) {
    expect(CategoryCode.safeParse(code).success, code).toBe(false)
  }
})

test('SUG-19 what is shipped is a dictionary that could have been typed in, and forms can offer all of it', () => {
  const typed = shippedDictionary.items.reduce<Dictionary>(
    (it, { code, zh, en }) => {
      const decision = add(it, { field: isClass(code) ? fieldOf(code) : null, code: code.split('.').at(-1)!, zh, en })
      expect([code, said(decision)]).toEqual([code, 'category.added'])
      return after(it, decision)
    },
    { version: 1, items: [] },
  )
  expect(typed.items.map(({ code }) => code)).toEqual(shippedDictionary.items.map(({ code }) => code))
  const offered = categoryOptions(typed.items, 'choose', 'zh-CN').flatMap((it) => ('options' in it ? it.options : [it]))
  expect(offered.map(({ value }) => value)).toEqual(shippedDictionary.items.map(({ code }) => code))
})

test.each([
  [{ field: 'construction.roads', code: 'x', ...names }, 'too-deep'],
  [{ field: 'nowhere', code: 'x', ...names }, 'not-found'],
  [{ field: null, code: 'economy', ...names }, 'code-taken'],
  [{ field: 'construction', code: 'roads', ...names }, 'code-taken'],
  [{ field: null, code: 'x', zh: '经济发展', en: 'X' }, 'name-taken'],
  [{ field: null, code: 'x', zh: '新', en: 'economy' }, 'name-taken'],
  [{ field: 'construction', code: 'x', zh: '道路交通', en: 'X' }, 'name-taken'],
  [{ field: 'livelihood', code: 'x', zh: '道路交通', en: 'X' }, 'category.added'],
])('SUG-19 adding %j: %s', (input, outcome) => expect(said(add(shippedDictionary, input))).toBe(outcome))

test('SUG-19 a code stays taken after it was retired; its name may be given to another, and then stands in the way of its return', () => {
  const without = after(shippedDictionary, retire(shippedDictionary, 'construction.roads', '2022-03-01'))
  expect(said(add(without, { field: 'construction', code: 'roads', ...names }))).toBe('code-taken')
  const again = after(without, add(without, { field: 'construction', code: 'streets', zh: '道路交通', en: 'Streets' }))
  expect(restore(again, 'construction.roads')).toMatchObject({ code: 'name-taken', status: 409 })
  const renamed = after(again, rename(again, 'construction.roads', { zh: '旧道路交通', en: 'Old roads' }))
  expect(said(restore(renamed, 'construction.roads'))).toBe('category.restored')
})

test('SUG-19 a retired field takes its classes with it, is still readable, and the last one stays', () => {
  const without = after(shippedDictionary, retire(shippedDictionary, 'construction', '2022-03-01'))
  expect(isLiving(without.items, 'construction.roads')).toBe(false)
  expect(categoryName(labelOf(without.items, 'construction.roads'), 'zh-CN')).toBe('城乡建设·道路交通')
  expect(said(add(without, { field: 'construction', code: 'x', ...names }))).toBe('field-retired')
  expect(said(restore(without, 'construction.roads'))).toBe('category.restored')
  const codes = (purpose: 'choose' | 'filter') => JSON.stringify(categoryOptions(without.items, purpose, 'zh-CN'))
  expect(codes('choose')).not.toContain('construction')
  expect(codes('filter')).toContain('城乡建设（已停用）')
  const one = { version: 1, items: shippedDictionary.items.filter(({ code }) => code === 'other') }
  expect(said(retire(one, 'other', '2022-03-01'))).toBe('last-field')
})

test('SUG-19 up and down change places with the living neighbour and stop at the ends', () => {
  const without = after(shippedDictionary, retire(shippedDictionary, 'construction', '2022-03-01'))
  const moved = after(without, move(without, 'environment', { to: 'up' }))
  const fields = moved.items
    .filter(({ code, retiredOn }) => !isClass(code) && retiredOn === null)
    .toSorted((a, b) => a.ordinal - b.ordinal)
  expect(fields.map(({ code }) => code).slice(0, 2)).toEqual(['environment', 'economy'])
  expect(move(shippedDictionary, 'economy', { to: 'up' })).toMatchObject({ rows: [] })
  expect(said(move(without, 'construction', { to: 'up' }))).toBe('retired')
})

test('SUG-19 whatever editors do, living siblings have names of their own, codes are kept, and something can be chosen', () => {
  const code = fc.constantFrom(
    'economy',
    'construction',
    'construction.roads',
    'construction.housing',
    'other',
    'x',
    'construction.x',
  )
  const name = fc.constantFrom('经济发展', '道路交通', '甲', '乙')
  const act = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), code, zh: name }),
    fc.record({ kind: fc.constant('rename' as const), code, zh: name }),
    fc.record({ kind: fc.constantFrom('retire' as const, 'restore' as const, 'up' as const, 'down' as const), code, zh: name }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const end = acts.reduce<Dictionary>((it, { kind, code: of, zh }) => after(it, decide(it, kind, of, zh)), shippedDictionary)
      const kept = new Set(end.items.map((it) => it.code))
      for (const it of shippedDictionary.items) expect(kept.has(it.code)).toBe(true)
      expect(kept.size).toBe(end.items.length)
      const living = end.items.filter(({ retiredOn }) => retiredOn === null)
      const places = living.map((it) => `${isClass(it.code) ? fieldOf(it.code) : ''} ${it.zh}`)
      expect(new Set(places).size).toBe(places.length)
      expect(categoryOptions(end.items, 'choose', 'zh-CN').length).toBeGreaterThan(0)
    }),
  )
})

function decide(it: Dictionary, kind: string, code: string, zh: string): Decision {
  const en = `${zh} in English`
  if (kind === 'add') return add(it, { field: isClass(code) ? fieldOf(code) : null, code: code.split('.').at(-1)!, zh, en })
  if (kind === 'rename') return rename(it, code, { zh, en })
  if (kind === 'retire') return retire(it, code, '2022-03-01')
  return kind === 'restore' ? restore(it, code) : move(it, code, { to: kind === 'up' ? 'up' : 'down' })
}

test.each([
  ['城乡建设', ['construction']],
  [' 道路 交通 ', ['construction.roads']],
  ['城乡建设·道路交通', ['construction.roads']],
  ['城乡建设/道路交通', ['construction.roads']],
  ['城乡建设－道路交通', ['construction.roads']],
  ['construction.roads', ['construction.roads']],
  ['交通类', []],
  ['', []],
])('SUG-19 “%s” in a table means %j', (written, codes) => expect(codesNamed(shippedDictionary.items, written)).toEqual(codes))

test('SUG-19 one name in two fields does not tell which is meant; a retired one is known as long as no living one is called so', () => {
  const two = after(shippedDictionary, add(shippedDictionary, { field: 'livelihood', code: 'x', zh: '道路交通', en: 'X' }))
  expect(codesNamed(two.items, '道路交通').toSorted()).toEqual(['construction.roads', 'livelihood.x'])
  const one = after(two, retire(two, 'livelihood.x', '2022-03-01'))
  expect(codesNamed(one.items, '道路交通')).toEqual(['construction.roads'])
  expect(codesNamed(one.items, '民生改善·道路交通')).toEqual(['livelihood.x'])
})
