import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { addDays, toBeijingDate, toDateOnly, yearOf } from '#lib/pure/date.ts'
import { about } from './actions/locked.ts'
import { loadClock, type CommitmentClock } from './clock.ts'
import { events, record } from './events.ts'
import { countAwaited, listOpenUntil, lockOneOf, type Awaited } from './job-store.ts'
import { reminderToday, type Reminder } from './rules/reminders.ts'
import { yearlyBeat, yearlyFrom, type YearlyBeat } from './rules/yearly.ts'
import { lock, type Commitment } from './store.ts'

/** Reminds units of promises that fall due and of yearly reports. What was reminded of is an event, so no second run repeats it. */
export const remindPromised = job({
  name: 'commitments.remind-promised',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => remind(tx, deps.clock())),
})

export const schedule: readonly ScheduleEntry[] = [
  {
    job: remindPromised,
    when: { at: '00:40' },
    what: {
      zh: '提醒承办单位：承诺期限还剩 30、10、1 个工作日，逾期，以及第四季度的年度报告',
      en: 'Reminds units of promises due in 30, 10 and 1 working days, of overdue ones, and of yearly reports',
    },
  },
]

const PAGE = 100
/** Days that hold thirty working days whatever the holidays. */
const HORIZON_DAYS = 75

async function remind(tx: Tx, now: Date): Promise<void> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const lastDay = addDays(clock.today, HORIZON_DAYS)
  for (let after: Commitment | undefined, more = true; more;) {
    const page = await listOpenUntil(tx, lastDay, after, PAGE)
    for (const it of page) await remindOf(tx, it, clock, now)
    after = page.at(-1)
    more = page.length === PAGE
  }
  await awaitReports(tx, clock, now)
}

/** The four beats; the row is locked before the events are read, so two workers cannot both find that nobody was reminded. */
async function remindOf(tx: Tx, found: Commitment, clock: CommitmentClock, now: Date): Promise<void> {
  if (!levelOf(found, [], clock)) return
  const it = await lock(tx, found.id)
  if (it?.status !== 'open') return
  const level = levelOf(it, await givenTo(tx, it.id), clock)
  if (!level) return
  const payload = { ...about(it), level, dueOn: it.dueOn }
  await record(tx, now, { name: 'commitment.reminded', subjectId: it.id, actorId: null, payload })
}

function levelOf(it: Commitment, given: readonly Reminder[], { today, calendar }: CommitmentClock) {
  return reminderToday(toDateOnly(it.dueOn), given, today, calendar)
}

async function givenTo(tx: Tx, id: string): Promise<Reminder[]> {
  return (await listEvents(tx, id)).flatMap(({ name, payload }) => {
    const parsed = name === 'commitment.reminded' ? events[name].payload.safeParse(payload) : undefined
    return parsed?.success ? [parsed.data] : []
  })
}

/** One notice for each unit and beat, with how many reports are missing. */
async function awaitReports(tx: Tx, { today, calendar, profile }: CommitmentClock, now: Date): Promise<void> {
  const beat = yearlyBeat(today, profile, calendar)
  if (!beat) return
  const year = yearOf(today)
  for (const unit of await countAwaited(tx, year, yearlyFrom(year, profile))) await awaitFrom(tx, unit, { year, beat }, now)
}

async function awaitFrom(tx: Tx, unit: Awaited, { year, beat }: { year: number; beat: YearlyBeat }, now: Date): Promise<void> {
  await lockOneOf(tx, unit.unitId)
  const isTold = (await listEvents(tx, unit.unitId)).some(({ name, payload }) => {
    if (name !== 'commitment.reports_awaited') return false
    const { data } = events[name].payload.safeParse(payload)
    return data?.year === year && data.level === beat
  })
  if (isTold) return
  const payload = { ...unit, year, level: beat }
  await record(tx, now, { name: 'commitment.reports_awaited', subjectId: unit.unitId, actorId: null, payload })
}
