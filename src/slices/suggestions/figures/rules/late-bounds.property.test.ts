import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '#kernel/procedure/contract.ts'
import { addDays, toDateOnly } from '#lib/pure/date.ts'
import { presets } from '../../presets/presets.ts'
import { lateBounds } from './late-bounds.ts'
import { replyClock } from '../../rules/running-clock.ts'

// Spring Festival and a make-up day, so that working days and days of rest differ from the week.
const calendar = calendarOf(
  ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']
    .map((day) => ({ day: toDateOnly(day), isWorkday: false, name: '春节' }))
    .concat([{ day: toDateOnly('2022-01-29'), isWorkday: true, name: '调休' }]),
)
const settings = Object.values(presets).flatMap(({ settings: it }) => [it, { ...it, restDayRule: 'nextWorkday' as const }])
const profiles = settings.map((it, at) => ({ version: at + 1, settings: it }))
const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(toDateOnly('2020-06-01'), days))

test('SUG-23 the list of late replies holds exactly those whose own clock says so, under every preset', () => {
  fc.assert(
    fc.property(
      aDay,
      aDay,
      fc.constantFrom(...profiles),
      fc.boolean(),
      fc.boolean(),
      (today, start, profile, isRehandled, hard) => {
        const isDifficult = hard && !isRehandled
        const dated = { isDifficult, submittedOn: null, handedOverOn: start, roundStartedOn: start, repliedOn: null }
        const clock = replyClock({ ...dated, status: 'accepted', round: isRehandled ? 2 : 1 }, profile.settings, calendar)
        const bound = lateBounds([profile], calendar, today).find(
          (it) => it.isRehandled === isRehandled && it.isDifficult === isDifficult,
        )
        expect(bound !== undefined && start <= bound.lastStart).toBe(clock !== null && clock.dueOn < today)
      },
    ),
    { numRuns: 500 },
  )
})
