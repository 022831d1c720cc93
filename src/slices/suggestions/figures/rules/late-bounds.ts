import type { Calendar } from '#kernel/procedure/contract.ts'
import { addDays, addMonths, type DateOnly } from '#lib/pure/date.ts'
import type { SuggestionProfile } from '../../rules/profile.ts'
import { replyClock, type Dated } from '../../rules/running-clock.ts'

/** Of suggestions in handling alike in this way, those begun on `lastStart` or before are late today; null bounds are left out. */
export interface LateBound {
  readonly profileVersion: number
  readonly isRehandled: boolean
  readonly isDifficult: boolean
  readonly extendedMonths: number
  /** The last day of hand-over, or of the demand to handle it again. */
  readonly lastStart: DateOnly
}

/** No term is longer than 366 months; years before that nothing was on a platform. */
const YEARS_BACK = 31

/**
 * The days of hand-over whose replies are late on `today`, so that an index can find them. A due date never comes earlier for a later
 * start, whatever the term and the holidays, so one day divides the late from the others; it is found by halving, with the same
 * clock that the case itself shows.
 */
export function lateBounds(
  profiles: readonly { version: number; settings: SuggestionProfile }[],
  calendar: Calendar,
  today: DateOnly,
): LateBound[] {
  return profiles.flatMap(({ version: profileVersion, settings }) =>
    [
      ...extensions.map((extendedMonths) => ({ isRehandled: false, isDifficult: false, extendedMonths })),
      ...extensions.map((extendedMonths) => ({ isRehandled: false, isDifficult: true, extendedMonths })),
      { isRehandled: true, isDifficult: false, extendedMonths: 0 },
    ].flatMap((way) => {
      const lastStart = lastLateStart((start) => isLate(start, way, settings, calendar, today), today)
      return lastStart ? [{ profileVersion, ...way, lastStart }] : []
    }),
  )
}

/** None, or what `ExtendInput` lets a unit ask for. */
const extensions = [0, 1, 2, 3]

type Way = Pick<LateBound, 'isRehandled' | 'isDifficult' | 'extendedMonths'>

function isLate(start: DateOnly, way: Way, profile: SuggestionProfile, calendar: Calendar, today: DateOnly): boolean {
  const it: Dated = {
    status: 'accepted',
    round: way.isRehandled ? 2 : 1,
    isDifficult: way.isDifficult,
    extendedMonths: way.extendedMonths,
    submittedOn: null,
    handedOverOn: start,
    roundStartedOn: start,
    repliedOn: null,
  }
  const due = replyClock(it, profile, calendar)
  return due !== null && due.dueOn < today
}

function lastLateStart(isLateFrom: (start: DateOnly) => boolean, today: DateOnly): DateOnly | null {
  let [late, notLate] = [addMonths(today, -12 * YEARS_BACK), today]
  if (!isLateFrom(late)) return null
  while (addDays(late, 1) < notLate) {
    const middle = middleOf(late, notLate)
    if (isLateFrom(middle)) late = middle
    else notLate = middle
  }
  return late
}

function middleOf(from: DateOnly, to: DateOnly): DateOnly {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return addDays(from, Math.floor(days / 2))
}
