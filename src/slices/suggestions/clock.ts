import { listProfiles, loadCalendar } from '#kernel/procedure/api.ts'
import { remaining, type Calendar } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import type { Due, ListQuery } from './contract.ts'
import { lateBounds, type LateBound } from './figures/rules/late-bounds.ts'
import { suggestionProfile, type SuggestionProfile } from './rules/profile.ts'
import { partClock, replyClock, runningClock, type Dated, type HandlerDays, type RunningClock } from './rules/running-clock.ts'

type Timed = Dated & { readonly profileVersion: number | null }

/** The clocks of one congress on one day: its calendar and every version of its profile, read once for a whole page. */
export interface SuggestionClock {
  readonly calendar: Calendar
  /** The version in force today: the one a suggestion handed over today keeps. */
  readonly profileVersion: number
  readonly profile: SuggestionProfile
  /** The version under which it was handed over, or that of today. */
  profileOf(it: Pick<Timed, 'profileVersion'>): SuggestionProfile
  /** The clock that somebody in the house has to watch now. */
  dueOf(it: Timed): Due | null
  /** The clock of the reply, which the public watches; it stays when it has stopped, and tells whether the answer was in time. */
  replyDueOf(it: Timed): Due | null
  /** The last day for the reply of the present round. */
  replyDueOn(it: Timed): string
  /** Until when a unit may object, or a co-handler's opinion is due; null once that is past, or where this place names no term. */
  partDueOf(it: Timed, handler: HandlerDays): Due | null
  /** The last day for the opinion of a co-handler, whether or not it has signed for it; null where this place names no term. */
  opinionDueOn(it: Timed, handler: HandlerDays): string | null
  /** Which replies are late today, as days of hand-over that an index can find. */
  lateBounds(): LateBound[]
}

/** A query as the store reads it: what is late is told by days. */
export type DatedQuery = Omit<ListQuery, 'late'> & {
  readonly late?: readonly LateBound[] | undefined
  readonly bounds?: readonly LateBound[] | undefined
}

export function dated({ late, ...rest }: ListQuery, clock: SuggestionClock): DatedQuery {
  const bounds = late || rest.inTime === 'counted' ? clock.lateBounds() : undefined
  return { ...rest, bounds, ...(late && { late: bounds }) }
}

export async function loadClock(tx: Tx, today: DateOnly, locale: Locale = 'zh-CN'): Promise<SuggestionClock> {
  const calendar = await loadCalendar(tx)
  const versions = await listProfiles(tx, suggestionProfile)
  const current = versions.find((it) => it.effectiveOn <= today)
  if (!current) throw new Problem(409, 'profile-missing', '还没有生效的建议办理规则包。请系统管理员先启用一个规则包。')
  const profileOf = (it: Pick<Timed, 'profileVersion'>) =>
    versions.find(({ version }) => version === it.profileVersion)?.settings ?? current.settings

  const replyOf = (it: Timed): RunningClock | null => {
    const deadline = it.handedOverOn ? replyClock(it, profileOf(it), calendar) : null
    return deadline && { kind: it.round > 1 ? 'rehandling' : 'reply', deadline }
  }
  const toDue = (clock: RunningClock | null, profile: SuggestionProfile) =>
    clock && shown(clock, profile, calendar, today, locale)

  return {
    calendar,
    profileVersion: current.version,
    profile: current.settings,
    profileOf,
    partDueOf: (it, handler) => toDue(partClock(handler, profileOf(it), calendar), profileOf(it)),
    opinionDueOn: (it, handler) => partClock({ ...handler, status: 'accepted' }, profileOf(it), calendar)?.deadline.dueOn ?? null,
    dueOf: (it) => toDue(runningClock(it, profileOf(it), calendar) ?? replyOf(it), profileOf(it)),
    replyDueOf: (it) => toDue(replyOf(it), profileOf(it)),
    replyDueOn: (it) => {
      const due = replyClock(it, profileOf(it), calendar)
      if (!due) throw new Error('A reply clock needs a hand-over date')
      return due.dueOn
    },
    lateBounds: () => lateBounds(versions, calendar, today),
  }
}

/** A clock as people read it on a day. */
function shown(
  { kind, deadline }: RunningClock,
  profile: SuggestionProfile,
  calendar: Calendar,
  today: DateOnly,
  locale: Locale,
): Due {
  const { dueOn, sentence, basis, clock } = deadline
  const { level, sentence: left } = remaining(clock, today, calendar, profile.nearWithinWorkdays)
  return { kind, dueOn, level, basis, sentence: pick(locale, sentence), left: pick(locale, left) }
}
