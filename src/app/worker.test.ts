import { expect, test } from 'vitest'
import { toCrontab } from '#kernel/jobs/api.ts'
import { testParts } from '../../tests/support/parts.ts'
import { jobsOf, schedule, timetable } from './worker.ts'

const jobs = jobsOf({
  parts: testParts(),
  mailer: null,
  site: 'https://city.example',
  outside: { anchors: '/nowhere', backup: () => Promise.reject(new Error('not here')) },
})

test('PLT-07 every line of the timetable names a job once, can be written as crontab, and says what it does in both languages', () => {
  const names = schedule().map((it) => it.job.name)
  expect(new Set(names).size).toBe(names.length)
  expect(jobs.map((it) => it.name)).toEqual(expect.arrayContaining(names))
  for (const it of schedule()) expect(toCrontab(it.when).split(' ')).toHaveLength(5)
  for (const { what, when } of timetable()) for (const it of [what.zh, what.en, when.zh, when.en]) expect(it).not.toBe('')
})

test('PLT-07 job names are slice.verb-phrase and unique', () => {
  const names = jobs.map((it) => it.name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
  expect(names).toContain('audit.tell')
})
