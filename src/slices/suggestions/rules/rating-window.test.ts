import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#kernel/procedure/contract.ts'
import { addDays, toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import { ratingStep } from './rating-window.ts'

const calendar = calendarOf([])
// Monday; fifteen working days later is Monday 28 March.
const it = { repliedOn: '2022-03-07', dueOn: '2022-03-28' }
const stepOn = (today: string, asked: number) => ratingStep({ ...it, asked, today: toDateOnly(today) }, calendar)

test.each([
  ['2022-03-11', 0, null],
  ['2022-03-14', 0, 'remind'],
  ['2022-03-14', 1, null],
  ['2022-03-22', 1, null],
  ['2022-03-23', 1, 'remind'],
  ['2022-03-28', 2, null],
  ['2022-03-29', 2, 'lapse'],
  // A worker that stood still for weeks asks twice before it lets go.
  ['2022-05-01', 0, 'remind'],
  ['2022-05-01', 1, 'remind'],
] as const)('SUG-25 on %s, asked %i times: %s', (today, asked, expected) => {
  expect(stepOn(today, asked)).toBe(expected)
})

test('SUG-25 whatever nights the job runs on, a deputy is asked exactly twice and loses nothing before the window ends', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { minLength: 1 }), (nights) => {
      const { asked, lapsedOn } = nights.toSorted((a, b) => a - b).reduce(oneNight, { asked: 0, lapsedOn: null })
      expect(asked).toBeLessThanOrEqual(2)
      if (lapsedOn) expect([asked, lapsedOn > it.dueOn]).toEqual([2, true])
    }),
  )
})

interface So {
  readonly asked: number
  readonly lapsedOn: DateOnly | null
}

function oneNight(so: So, night: number): So {
  if (so.lapsedOn) return so
  const today = addDays(toDateOnly(it.repliedOn), night)
  const step = ratingStep({ ...it, asked: so.asked, today }, calendar)
  return { asked: so.asked + (step === 'remind' ? 1 : 0), lapsedOn: step === 'lapse' ? today : null }
}
