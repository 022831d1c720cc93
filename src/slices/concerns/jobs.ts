import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { addDays, toBeijingDate, toDateOnly } from '#lib/pure/date.ts'
import { about } from './actions/locked.ts'
import { loadClock, type ConcernClock } from './clock.ts'
import { events, record } from './events.ts'
import { listDueBy, listSilent } from './job-store.ts'
import { moved } from './rules/course.ts'
import { running } from './rules/lifecycle.ts'
import { reminderToday, type Reminder } from './rules/reminders.ts'
import { lock, save, type Concern } from './store.ts'

/** Reminds units of answers that fall due. What was reminded of is an event, so no second run repeats it. */
export const remindUnits = job({
  name: 'concerns.remind-units',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => remind(tx, deps.clock())),
})

/** Closes what the deputy has said nothing on. */
export const lapseSilent = job({
  name: 'concerns.lapse-silent',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => lapse(tx, deps.clock())),
})

export const schedule: readonly ScheduleEntry[] = [
  {
    job: remindUnits,
    when: { at: '00:50' },
    what: {
      zh: '民情直通：答复期限最后一个工作日和逾期时提醒承办单位，各一次',
      en: 'Direct concerns: reminds units on the last working day and when overdue, once each',
    },
  },
  {
    job: lapseSilent,
    when: { at: '00:55' },
    what: {
      zh: '民情直通：代表过期没有确认的，按“未确认”结束',
      en: 'Direct concerns: closes what the deputy did not confirm in time',
    },
  },
]

const PAGE = 100
/** Days that hold a working day whatever the holidays. */
const HORIZON_DAYS = 15

async function remind(tx: Tx, now: Date): Promise<void> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const lastDay = addDays(clock.today, HORIZON_DAYS)
  for (let after: Concern | undefined, more = true; more;) {
    const page = await listDueBy(tx, lastDay, after && { on: after.dueOn, id: after.id }, PAGE)
    for (const it of page) await remindOf(tx, it, clock, now)
    after = page.at(-1)
    more = page.length === PAGE
  }
}

/** The four beats; the row is locked before the events are read, so two workers cannot both find that nobody was reminded. */
async function remindOf(tx: Tx, found: Concern, clock: ConcernClock, now: Date): Promise<void> {
  if (!levelOf(found, [], clock)) return
  const it = await lock(tx, found.id)
  if (!it || !running.includes(it.status)) return
  const level = levelOf(it, await givenTo(tx, it.id), clock)
  if (!level) return
  const payload = { ...about(it), level, dueOn: it.dueOn }
  await record(tx, now, { name: 'concern.reminded', subjectId: it.id, actorId: null, payload })
}

function levelOf(it: Concern, given: readonly Reminder[], { today, calendar }: ConcernClock) {
  return reminderToday(toDateOnly(it.dueOn), given, today, calendar)
}

async function givenTo(tx: Tx, id: string): Promise<Reminder[]> {
  return (await listEvents(tx, id)).flatMap(({ name, payload }) => {
    const parsed = name === 'concern.reminded' ? events[name].payload.safeParse(payload) : undefined
    return parsed?.success ? [parsed.data] : []
  })
}

async function lapse(tx: Tx, now: Date): Promise<void> {
  const today = toBeijingDate(now)
  for (let more = true; more;) {
    const page = await listSilent(tx, today, PAGE)
    for (const { id } of page) await lapseOne(tx, id, now)
    more = page.length === PAGE
  }
}

/** The deputy may have spoken, or another worker have been here, while this one waited for the row. */
async function lapseOne(tx: Tx, id: string, now: Date): Promise<void> {
  const it = await lock(tx, id)
  const to = it && moved(it, 'lapse', toBeijingDate(now))
  if (!to || it.confirmBy === null) return
  await save(tx, it, to)
  const payload = { ...about(it), confirmBy: it.confirmBy }
  await record(tx, now, { name: 'concern.lapsed', subjectId: id, actorId: null, payload })
}
