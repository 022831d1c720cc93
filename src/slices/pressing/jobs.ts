import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate, toDateOnly } from '#lib/pure/date.ts'
import { events, record } from './events.ts'
import { briefsFor } from './linked.ts'
import { lastDayAhead, visitReminder, type ReminderLevel } from './outcomes/rules/visits.ts'
import { list, lock, type Visit } from './outcomes/visit-store.ts'

/** Reminds of follow-up visits a week ahead and when they are overdue. What was reminded of is an event, so no second run repeats it. */
export const remindVisits = job({
  name: 'pressing.remind-visits',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => remind(tx, deps.clock())),
})

export const schedule: readonly ScheduleEntry[] = [
  {
    job: remindVisits,
    when: { at: '00:40' },
    what: { zh: '提醒回访：提前一周，以及逾期', en: 'Reminds of follow-up visits: a week ahead, and when overdue' },
  },
]

const PAGE = 100

async function remind(tx: Tx, now: Date): Promise<void> {
  const dueBy = lastDayAhead(toBeijingDate(now))
  for (let cursor: string | undefined, more = true; more;) {
    const page = await list(tx, { kind: 'all' }, { dueBy, limit: PAGE, ...(cursor && { cursor }) })
    for (const it of page) await remindOf(tx, it, now)
    cursor = page.at(-1)?.id
    more = page.length > PAGE
  }
}

/** The row is locked before its events are read, so two workers cannot both find that nobody was reminded. */
async function remindOf(tx: Tx, { id }: Visit, now: Date): Promise<void> {
  const it = await lock(tx, id)
  if (it?.status !== 'due') return
  const level = visitReminder(toDateOnly(it.dueOn), await givenOf(tx, id), toBeijingDate(now))
  const about = level && (await briefsFor(tx, [it.suggestionId])).get(it.suggestionId)
  if (!about) return
  const payload = { suggestionId: about.id, suggestionTitle: about.title, unitId: it.unitId, dueOn: it.dueOn, level }
  await record(tx, now, { name: 'visit.reminded', subjectId: id, actorId: null, payload })
}

async function givenOf(tx: Tx, id: string): Promise<ReminderLevel[]> {
  return (await listEvents(tx, id)).flatMap(({ name, payload }) => {
    const parsed = name === 'visit.reminded' ? events[name].payload.safeParse(payload) : undefined
    return parsed?.success ? [parsed.data.level] : []
  })
}
