import { expect, test } from 'vitest'
import { PageCache, rendered } from './page-cache.ts'

const page = rendered('<p>示例</p>')
const NOW = 1_000

test('holds no more pages and no more bytes than it may; the oldest leaves first', () => {
  const few = new PageCache({ pages: 2, bytes: 1_000_000 })
  for (const key of ['a', 'b', 'c']) few.set(1, key, page, NOW)
  expect(['a', 'b', 'c'].map((key) => few.get(1, key, NOW) !== undefined)).toEqual([false, true, true])

  const small = new PageCache({ pages: 100, bytes: 2_500 })
  const long = (name: string) => name.repeat(500)
  for (const name of ['x', 'y', 'z']) small.set(1, long(name), page, NOW)
  expect(['x', 'y', 'z'].map((name) => small.get(1, long(name), NOW) !== undefined)).toEqual([false, true, true])
})

test('a page that is set again, dropped or cleared frees its bytes', () => {
  const cache = new PageCache({ pages: 100, bytes: 250 })
  for (let at = 0; at < 50; at += 1) cache.set(1, 'a', page, NOW)
  cache.set(2, 'b', page, NOW)
  expect(cache.get(1, 'a', NOW)).toBe(page)
  cache.drop(1)
  cache.set(2, 'c', page, NOW)
  expect([cache.get(1, 'a', NOW), cache.get(2, 'b', NOW), cache.get(2, 'c', NOW)]).toEqual([undefined, page, page])
  cache.clear()
  expect(cache.get(2, 'c', NOW)).toBeUndefined()
})

test('a page ends with its time, and one that is larger than the whole cache is not kept', () => {
  const cache = new PageCache({ pages: 10, bytes: 1_000 }, 500)
  cache.set(1, 'a', page, NOW)
  expect([cache.get(1, 'a', NOW + 499), cache.get(1, 'a', NOW + 500)]).toEqual([page, undefined])
  cache.set(1, 'k'.repeat(1_000), page, NOW)
  expect(cache.get(1, 'k'.repeat(1_000), NOW)).toBeUndefined()
})
