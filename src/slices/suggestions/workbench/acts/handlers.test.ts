import { expect, test } from 'vitest'
import { added, firstRows, handlersOf, missingInHandlers, picked, rearranged, wayOf } from './handlers.ts'

const [a, b] = ['0192f000-0000-7000-8000-000000000001', '0192f000-0000-7000-8000-000000000002']

test('one unit leads unless somebody says otherwise', () => {
  expect(handlersOf(firstRows(a))).toEqual([{ unitId: a, part: 'lead', scope: '' }])
  expect(missingInHandlers(firstRows(null), '请选择承办单位。')).toEqual([
    { path: 'handlers.0.unitId', message: '请选择承办单位。' },
  ])
})

test('another way keeps the units and gives each its part; two ways have two rows', () => {
  const withCo = [...firstRows(a), { ...added('co'), unitId: b }]
  expect(wayOf(withCo)).toBe('leadAndCo')
  const separate = rearranged(withCo, 'separate')
  expect(separate.map(({ unitId, part }) => [unitId, part])).toEqual([
    [a, 'separate'],
    [b, 'separate'],
  ])
  expect(rearranged(firstRows(a), 'severalLeads').map(({ part }) => part)).toEqual(['lead', 'lead'])
  expect(wayOf(rearranged(separate, 'leadAndCo'))).toBe('leadAndCo')
})

test('who answers separately says which part, at its own row', () => {
  const rows = rearranged([...firstRows(a), { ...added('co'), unitId: b }], 'separate').with(0, {
    unitId: a,
    part: 'separate',
    scope: '管网',
  })
  expect(missingInHandlers(rows, '')).toEqual([{ path: 'handlers.1.scope', message: '分别办理要写明每个单位答复哪一部分。' }])
})

test('the same unit twice is named', () => {
  const rows = [...firstRows(a), { ...added('co'), unitId: a }]
  expect(missingInHandlers(rows, '')).toEqual([{ path: 'handlers.0.unitId', message: '同一个单位选了两次，请去掉一个。' }])
})

test('a proposed unit fills the first empty row, else takes the place of the first; one that is there stays', () => {
  expect(picked(firstRows(null), a).map(({ unitId }) => unitId)).toEqual([a])
  expect(picked([...firstRows(a), added('co')], b).map(({ unitId }) => unitId)).toEqual([a, b])
  expect(picked(firstRows(a), b).map(({ unitId }) => unitId)).toEqual([b])
  expect(picked(firstRows(a), a).map(({ unitId }) => unitId)).toEqual([a])
})
