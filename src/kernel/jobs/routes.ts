import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { notFound } from '#lib/http/problem.ts'
import { pick, type Locale, type Words } from '#lib/pure/words.ts'
import type { api } from './contract.ts'
import { record } from './events.ts'
import { listLastRuns, listParked, retryParked } from './store.ts'

/** The timetable in words; the composition root knows every line of it. */
export type Timetable = readonly { readonly name: string; readonly when: Words<string>; readonly what: Words<string> }[]

interface Reading {
  readonly tx: Tx
  readonly locale: Locale
  readonly actor: Actor | null
  readonly now: Date
}

export function handlersOf({ timetable }: { timetable: Timetable }): Handlers<Reading, typeof api> {
  return {
    listTimetable: async ({ tx, locale }) => {
      const lastRuns = await listLastRuns(tx)
      const items = timetable.map(({ name, when, what }) => ({
        name,
        when: pick(locale, when),
        what: pick(locale, what),
        lastRunAt: lastRuns.get(name)?.toISOString() ?? null,
      }))
      return { items }
    },
    listParkedJobs: async ({ tx }) => ({ items: await listParked(tx) }),
    retryParkedJob: async ({ tx, actor, now }, { params }) => {
      if (!actor || !(await retryParked(tx, params.id))) throw notFound('这个停放的作业')
      const payload = { jobId: params.id }
      await record(tx, now, { name: 'job.retried', subjectId: actor.id, actorId: actor.id, payload })
      return {}
    },
  }
}
