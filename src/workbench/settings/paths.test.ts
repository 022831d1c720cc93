import { expect, test } from 'vitest'
import { valueAt, withValue } from './paths.ts'

const settings = { minimum: 10, rating: { term: { amount: 20, unit: 'workday' }, basis: '第二十八条' } }

test('PLT-03 a setting is read and changed at its path, the others and the original stay', () => {
  expect(valueAt(settings, 'rating.term.amount')).toBe(20)
  const changed = withValue(settings, 'rating.term.amount', 15)
  expect(changed).toEqual({ ...settings, rating: { ...settings.rating, term: { amount: 15, unit: 'workday' } } })
  expect(settings.rating.term.amount).toBe(20)
})

test('PLT-03 a path that leads nowhere is a mistake of the program', () => {
  for (const path of ['rating', 'rating.term.amounts', 'minimum.more']) expect(() => valueAt(settings, path)).toThrow(path)
})
