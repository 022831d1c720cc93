import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { eachCongress, job, type ScheduleEntry } from '#kernel/jobs/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate, toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import { handled } from './actions/locked.ts'
import { loadClock, type SuggestionClock } from './clock.ts'
import { events, record } from './events.ts'
import { listHandlers } from './handling-store.ts'
import { list } from './list-store.ts'
import { answering } from './rules/handling.ts'
import { reminderToday, type Reminder } from './rules/reminders.ts'
import { lock, type Suggestion } from './store.ts'

/** Reminds the units of replies that are due soon or overdue. What was reminded of is an event, so no second run repeats it. */
export const remindDue = job({
  name: 'suggestions.remind-due',
  payload: z.unknown(),
  run: (deps) => eachCongress(deps, (tx) => remind(tx, deps.clock())),
})

export const schedule: readonly ScheduleEntry[] = [
  {
    job: remindDue,
    when: { at: '00:30' },
    what: {
      zh: '提醒承办单位：答复期限还剩 10、5、1 个工作日，以及逾期',
      en: 'Reminds units of replies due in 10, 5 and 1 working days, and of overdue ones',
    },
  },
]

const PAGE = 100

async function remind(tx: Tx, now: Date): Promise<void> {
  const today = toBeijingDate(now)
  let clock: SuggestionClock | undefined
  for (const status of ['assigned', 'objected', 'accepted'] as const) {
    for (let cursor: string | undefined, more = true; more;) {
      const page = await list(tx, { kind: 'office', seesConfidential: true }, { status, limit: PAGE, ...(cursor && { cursor }) })
      if (page.length > 0) clock ??= await loadClock(tx, today)
      for (const it of page) if (clock) await remindOf(tx, it, clock, today, now)
      cursor = page.at(-1)?.id
      more = page.length > PAGE
    }
  }
}

/** The four beats; the row is locked before the events are read, so two workers cannot both find that nobody was reminded. */
async function remindOf(tx: Tx, found: Suggestion, clock: SuggestionClock, today: DateOnly, now: Date): Promise<void> {
  if (!levelOf(found, [], clock, today)) return
  const it = await lock(tx, found.id)
  if (it?.status !== 'assigned' && it?.status !== 'objected' && it?.status !== 'accepted') return
  const given = await givenTo(tx, it.id)
  for (const unit of answering(await listHandlers(tx, it.id))) {
    // What a unit has answered for its own part is done, though the suggestion waits for others.
    const level =
      unit.status === 'done'
        ? null
        : levelOf(
            it,
            given.filter(({ unitId }) => unitId === unit.unitId),
            clock,
            today,
          )
    if (!level) continue
    const { unitId, unitName } = unit
    const { round, isConfidential } = it
    const payload = { ...handled(it), unitId, unitName, level, dueOn: clock.replyDueOn(it), round, isConfidential }
    await record(tx, now, { name: 'suggestion.reminded', subjectId: it.id, actorId: null, payload })
  }
}

function levelOf(it: Suggestion, given: readonly Reminder[], clock: SuggestionClock, today: DateOnly) {
  return reminderToday({ dueOn: toDateOnly(clock.replyDueOn(it)), round: it.round }, given, today, clock.calendar)
}

async function givenTo(tx: Tx, id: string): Promise<(Reminder & { unitId: string })[]> {
  return (await listEvents(tx, id)).flatMap(({ name, payload }) => {
    const parsed = name === 'suggestion.reminded' ? events[name].payload.safeParse(payload) : undefined
    return parsed?.success ? [parsed.data] : []
  })
}
