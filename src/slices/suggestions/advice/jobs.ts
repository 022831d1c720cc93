import * as z from 'zod'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import { inCongress } from '#lib/db/tx.ts'
import { learn } from './learn.ts'

/** Learns anew for every congress where something was handed over since. */
export const learnUnitsNightly = job({
  name: 'suggestions.learn-units',
  payload: z.unknown(),
  run: (deps) =>
    eachCongress(deps, async (tx) => {
      await learn(tx, deps.clock())
    }),
})

/** The same for one congress, when a reviewer asks for it. */
export const learnUnitsOf = job({
  name: 'suggestions.learn-units-of',
  payload: z.object({ congressId: z.int() }),
  run: async ({ database, clock }, { congressId }) => {
    await inCongress(database, congressId, (tx) => learn(tx, clock()))
  },
})

export const learningSchedule: ScheduleEntry = {
  job: learnUnitsNightly,
  when: { at: '03:10' },
  what: {
    zh: '从本级以往的交办学习承办单位参考',
    en: 'Learns from past hand-overs of each congress which unit to propose',
  },
}
