import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { handled } from './actions/locked.ts'
import { loadClock } from './clock.ts'
import { record } from './events.ts'
import { list } from './list-store.ts'
import { lifecycle } from './rules/lifecycle.ts'
import { ratingStep } from './rules/rating-window.ts'
import { lock, save, type Suggestion } from './store.ts'

/** Asks twice for a rating that is not there, then closes without one: unrated, shown, and left out of 满意率 (SUG-25). */
export const remindRating = job({
  name: 'suggestions.remind-rating',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => remind(tx, deps.clock())),
})

export const ratingSchedule: ScheduleEntry = {
  job: remindRating,
  when: { at: '00:40' },
  what: {
    zh: '提醒代表评价（第 5、第 12 个工作日），过期未评价的按规定办结',
    en: 'Asks deputies to rate (on working days 5 and 12); closes what was not rated in time',
  },
}

const PAGE = 100

async function remind(tx: Tx, now: Date): Promise<void> {
  const office = { kind: 'office', seesConfidential: true } as const
  for (let cursor: string | undefined, more = true; more;) {
    const page = await list(tx, office, { status: 'replied', limit: PAGE, ...(cursor && { cursor }) })
    for (const it of page) await step(tx, it.id, now)
    cursor = page.at(-1)?.id
    more = page.length > PAGE
  }
}

/** The four beats; the row is locked before the events are read, so two workers ask once. */
async function step(tx: Tx, id: string, now: Date): Promise<void> {
  const it = await lock(tx, id)
  if (it?.status !== 'replied' || it.repliedOn === null) return
  const today = toBeijingDate(now)
  const clock = await loadClock(tx, today)
  const dueOn = clock.dueOf(it)?.dueOn
  if (dueOn === undefined) return
  const asked = await remindersOf(tx, it)
  const due = ratingStep({ repliedOn: it.repliedOn, dueOn, asked, today }, clock.calendar)
  if (due === 'remind') {
    const { title, reference } = handled(it)
    const payload = { title, reference, leadDeputyId: it.leadDeputyId, ordinal: asked + 1, dueOn, round: it.round }
    await record(tx, now, { name: 'suggestion.rating_reminded', subjectId: id, actorId: null, payload })
  }
  if (due === 'lapse') {
    await save(tx, it, { status: next(lifecycle, it.status, 'lapse')!, closedOn: today })
    const payload = { ...handled(it), leadDeputyId: it.leadDeputyId }
    await record(tx, now, { name: 'suggestion.lapsed', subjectId: id, actorId: null, payload })
  }
}

/** How often the deputy was asked in this round. */
async function remindersOf(tx: Tx, { id, round }: Suggestion): Promise<number> {
  const reminded = (await listEvents(tx, id)).filter(({ name }) => name === 'suggestion.rating_reminded')
  return reminded.filter(({ payload }) => z.object({ round: z.int() }).safeParse(payload).data?.round === round).length
}
