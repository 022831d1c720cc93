import { listProfiles, loadCalendar } from '#kernel/procedure/api.ts'
import { deadline, remaining, type Calendar, type Deadline } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import type { Due } from './contract.ts'
import { findLevel } from './level-store.ts'
import { opinionClock } from './rules/opinion-clock.ts'
import { motionProfile, settingsFor, type MotionSettings } from './rules/profile.ts'
import type { Motion } from './store.ts'

/** The settings and the calendar of one congress on one day, read once for a whole page. */
export interface MotionClock {
  readonly today: DateOnly
  readonly settings: MotionSettings
  /** Signatories that this motion needs: frozen by its submission, today's before. */
  minimumOf(it: Pick<Motion, 'minimum'>): number
  /** When the committee's opinion is due; null where none was asked for. */
  dueOf(it: Motion): Due | null
  opinionDueOn(sentOn: DateOnly): DateOnly
}

export async function loadClock(tx: Tx, today: DateOnly, locale: Locale = 'zh-CN'): Promise<MotionClock> {
  const versions = await listProfiles(tx, motionProfile)
  const own = versions.find((it) => it.effectiveOn <= today)?.settings
  const settings = settingsFor(await findLevel(tx), own)
  const calendar = await loadCalendar(tx)
  const { term, basis } = settings.committeeOpinion
  const dueFrom = (sentOn: DateOnly, stoppedOn: DateOnly | null) =>
    deadline(opinionClock(sentOn, term, stoppedOn), calendar, basis)
  return {
    today,
    settings,
    minimumOf: ({ minimum }) => minimum ?? settings.minimum,
    dueOf: ({ sentOn, opinionOn }) => {
      if (sentOn === null) return null
      return shown(dueFrom(toDateOnly(sentOn), opinionOn === null ? null : toDateOnly(opinionOn)), calendar, today, locale)
    },
    opinionDueOn: (sentOn) => dueFrom(sentOn, null).dueOn,
  }
}

function shown({ dueOn, sentence, basis, clock }: Deadline, calendar: Calendar, today: DateOnly, locale: Locale): Due {
  const { level, sentence: left } = remaining(clock, today, calendar)
  return { dueOn, level, basis, sentence: pick(locale, sentence), left: pick(locale, left) }
}
