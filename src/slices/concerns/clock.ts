import { listProfiles, loadCalendar } from '#kernel/procedure/api.ts'
import { dueDate, remaining, type Calendar, type Clock } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import type { Standing, Terms } from './contract.ts'
import { running } from './rules/lifecycle.ts'
import { concernProfile, defaultProfile, type ConcernProfile } from './rules/profile.ts'
import type { Concern } from './store.ts'

/** The dates of one congress on one day: its calendar and settings, read once for a whole page. */
export interface ConcernClock {
  readonly today: DateOnly
  readonly calendar: Calendar
  readonly terms: Terms
  /** The day by which a unit answers that gets it today, and by which the deputy speaks on an answer of today. */
  readonly dueOn: DateOnly
  readonly confirmBy: DateOnly
  standingOf(it: Concern): Standing | null
}

export async function loadClock(tx: Tx, today: DateOnly, locale: Locale = 'zh-CN'): Promise<ConcernClock> {
  const calendar = await loadCalendar(tx)
  const versions = await listProfiles(tx, concernProfile)
  const current = versions.find(({ effectiveOn }) => effectiveOn <= today)
  const { answer, confirm } = current?.settings ?? defaultProfile
  return {
    today,
    calendar,
    terms: {
      today,
      version: current?.version ?? null,
      answer: { ...answer.term, basis: answer.basis },
      confirm: { ...confirm.term, basis: confirm.basis },
    },
    dueOn: dayAfter(today, answer, calendar),
    confirmBy: dayAfter(today, confirm, calendar),
    standingOf: (it) => standing(it, { today, calendar, locale }),
  }
}

function dayAfter(startsOn: DateOnly, { term }: ConcernProfile['answer'], calendar: Calendar): DateOnly {
  return dueDate({ startsOn, startsAt: handed, term, extensions: [] }, calendar)
}

const handed = { zh: '送达', en: 'handed over' }
const answered = { zh: '答复', en: 'answered' }

/** The days were told to people when they began, so that they stand whatever the settings become; the clock says how far they are. */
function standing(it: Concern, on: { today: DateOnly; calendar: Calendar; locale: Locale }): Standing | null {
  const clock = clockOf(it)
  if (!clock) return null
  const { level, sentence } = remaining(clock, on.today, on.calendar)
  return { level, left: pick(on.locale, sentence) }
}

function clockOf(it: Concern): Clock | null {
  const term = { amount: 1, unit: 'day' } as const
  if (running.includes(it.status)) {
    const override = { dueOn: toDateOnly(it.dueOn), reason: '送达时告知的期限' }
    return { startsOn: toDateOnly(it.handedOn), startsAt: handed, term, extensions: [], override }
  }
  if (it.status !== 'answered' || it.answeredOn === null || it.confirmBy === null) return null
  const override = { dueOn: toDateOnly(it.confirmBy), reason: '答复时告知的期限' }
  return { startsOn: toDateOnly(it.answeredOn), startsAt: answered, term, extensions: [], override }
}
