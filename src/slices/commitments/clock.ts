import { listProfiles, loadCalendar } from '#kernel/procedure/api.ts'
import { remaining, type Calendar } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { formatDateEn, formatDateZh, toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import type { Standing, Terms, Yearly } from './contract.ts'
import type { Facts } from './rules/may.ts'
import { commitmentProfile, defaultProfile, type CommitmentProfile } from './rules/profile.ts'
import { rateBy, wantedYear } from './rules/yearly.ts'
import type { Commitment } from './store.ts'

/** The dates of one congress on one day: its calendar and settings, read once for a whole page. */
export interface CommitmentClock {
  readonly today: DateOnly
  readonly calendar: Calendar
  /** The settings in force today. */
  readonly profile: CommitmentProfile
  readonly terms: Terms
  standingOf(it: Commitment): Standing
  yearlyOf(it: Commitment): Yearly | null
  wantedYearOf(it: Commitment): number | null
  factsOf(it: Commitment): Facts
}

export async function loadClock(tx: Tx, today: DateOnly, locale: Locale = 'zh-CN'): Promise<CommitmentClock> {
  const calendar = await loadCalendar(tx)
  const versions = await listProfiles(tx, commitmentProfile)
  const versionOn = (day: string) => versions.find(({ effectiveOn }) => effectiveOn <= day)
  const current = versionOn(today)
  const profile = current?.settings ?? defaultProfile
  const rateByOf = (reportedOn: string) => rateBy(reportedOn, versionOn(reportedOn)?.settings ?? defaultProfile, calendar)
  return {
    today,
    calendar,
    profile,
    terms: {
      today,
      version: current?.version ?? null,
      rating: { ...profile.rating.term, basis: profile.rating.basis },
      yearly: profile.yearly,
      carry: profile.carry,
    },
    standingOf: (it) => standing(it, today, calendar, locale),
    yearlyOf: (it) => yearly(it, rateByOf, today),
    wantedYearOf: (it) => wantedYear(it, today, profile),
    factsOf: (it) => ({
      status: it.status,
      unitId: it.unitId,
      leadDeputyId: it.leadDeputyId,
      carriedYear: it.carriedYear,
      askedOn: it.askedOn,
      yearly: isReported(it) ? { year: it.yearlyYear, rateBy: rateByOf(it.yearlyOn), isRated: it.satisfaction !== null } : null,
    }),
  }
}

/** The promised day is a date that was set, not a term that is counted; the clock says how far it is. */
function standing(it: Commitment, today: DateOnly, calendar: Calendar, locale: Locale): Standing {
  if (it.status === 'not_kept' && it.settledOn) return { level: 'done', left: pick(locale, explained)(toDateOnly(it.settledOn)) }
  const clock = {
    startsOn: toDateOnly(it.openedOn),
    startsAt: { zh: '承诺', en: 'promised' },
    term: { amount: 1, unit: 'day' },
    extensions: [],
    override: { dueOn: toDateOnly(it.dueOn), reason: '承诺的期限' },
    ...(it.settledOn && { stoppedOn: toDateOnly(it.settledOn), stopsAt: stops[it.status] }),
  } as const
  const { level, sentence } = remaining(clock, today, calendar)
  return { level, left: pick(locale, sentence) }
}

/** An explanation is neither early nor late. */
const explained = {
  zh: (on: DateOnly) => `${formatDateZh(on)}说明不能办成`,
  en: (on: DateOnly) => `Explained on ${formatDateEn(on)}`,
}

const stops = {
  open: { zh: '办结', en: 'settled' },
  kept: { zh: '办成', en: 'kept' },
  not_kept: { zh: '说明不能办成', en: 'explained' },
  superseded: { zh: '停止跟踪', en: 'superseded' },
} as const

function yearly(it: Commitment, rateByOf: (reportedOn: string) => DateOnly, today: DateOnly): Yearly | null {
  if (!isReported(it)) return null
  const rating =
    it.satisfaction && it.ratedOn ? { satisfaction: it.satisfaction, reason: it.ratingReason ?? '', ratedOn: it.ratedOn } : null
  const lastDay = rateByOf(it.yearlyOn)
  const isOpenForRating = rating === null && today <= lastDay
  return { year: it.yearlyYear, reportedOn: it.yearlyOn, rateBy: lastDay, isOpenForRating, rating }
}

function isReported(it: Commitment): it is Commitment & { yearlyYear: number; yearlyOn: string } {
  return it.yearlyYear !== null && it.yearlyOn !== null
}
