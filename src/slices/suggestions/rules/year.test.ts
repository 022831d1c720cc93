import { expect, test } from 'vitest'
import { yearOf } from './year.ts'

const openings = [
  { term: 17, number: 2, opensOn: '2023-02-10' },
  { term: 17, number: 1, opensOn: '2022-01-10' },
]

test.each([
  ['in a session, also where it was handed in after its end', 1, '2022-02-16', 2022],
  ['between two sessions', null, '2022-09-27', 2022],
  ['in January before the next session', null, '2023-01-20', 2022],
  ['on the day the next session opens', null, '2023-02-10', 2023],
  ['in a session that nobody entered', 3, '2024-03-01', 2023],
  ['before the first session that is known', null, '2021-06-01', 2021],
  ['long after the last session that is known', null, '2026-06-01', 2026],
])('SUG-30 the year of a suggestion put %s', (_, session, day, year) => {
  expect(yearOf({ term: 17, session }, day, openings)).toBe(year)
})

test('SUG-30 the first session of another term is another session', () => {
  expect(yearOf({ term: 16, session: 1 }, '2017-03-01', openings)).toBe(2017)
})
