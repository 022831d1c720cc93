import { addWorkdays, isWorkday } from '#kernel/procedure/contract.ts'
import { addDays, addMonths, diffDays, toBeijingDate, type DateOnly } from '#lib/pure/date.ts'
import type { Dice } from '../dice.ts'
import { at, calendar, day } from '../moment.ts'

/** When each step of one suggestion happened; what has not happened is null. */
export interface Course {
  readonly drafted: Date
  readonly submitted: Date
  readonly registered: Date
  readonly assigned: Date
  readonly accepted: Date | null
  readonly rounds: readonly Round[]
  /** After the second refusal, where deputy and unit were brought together. */
  readonly escalated: Date | null
  readonly closed: Date | null
}

export interface Round {
  /** Null in the first round, which begins with the hand-over. */
  readonly rehandled: Date | null
  readonly contacts: readonly Date[]
  readonly replied: Date | null
  readonly rated: Date | null
}

/**
 * What a deputy who was not content had of it: a good second answer, one under way, none yet, or another bad one, after which the office
 * brought both together and has ended it, or has not.
 */
export type Trouble = 'settled' | 'underWay' | 'waiting' | 'concluded' | 'escalated'

/** What is known beforehand; days that are given win over those that are thrown. */
export interface CourseWish {
  readonly registered: Date
  /** Drafts of a session are written while it sits. */
  readonly draftedBetween: readonly [string, string] | null
  readonly reach: 'assigned' | 'accepted' | 'answered'
  readonly isDifficult: boolean
  readonly isLate: boolean
  readonly trouble: Trouble | null
  /** Working days that an objection took before the unit that leads it could receive it. */
  readonly delay?: number
  /** Months that were granted beside the three. */
  readonly extension?: number
  readonly days?: Partial<Record<'drafted' | 'submitted' | 'assigned' | 'accepted' | 'replied' | 'rated' | 'rehandled', string>> & {
    readonly contacts?: readonly string[]
    readonly isUnrated?: boolean
  }
}

/** Nothing in the world happens later than this day. */
const LAST_DAY = day('2022-09-26')
/** Of the replies older than the three weeks for rating, this share was never rated. */
const FORGOTTEN = 0.012

export function courseOf(wish: CourseWish, dice: Dice): Course {
  const { days = {} } = wish
  const registeredOn = toBeijingDate(wish.registered)
  const reviewDays = dice.whole(1, 4)
  const submitted = at(days.submitted ?? back(registeredOn, reviewDays), hour(dice, 8, 20))
  const [from, until] = wish.draftedBetween ?? [addDays(toBeijingDate(submitted), -dice.whole(1, 12)), addDays(toBeijingDate(submitted), -1)]
  const draftedOn = days.drafted ?? addDays(day(from), dice.whole(0, diffDays(day(from), day(until))))
  const drafted = at(draftedOn, hour(dice, 8, 21))
  const assignedOn = earliest(days.assigned ?? forward(registeredOn, dice.whole(1, 7 - reviewDays)), LAST_DAY)
  const assigned = at(assignedOn, hour(dice, 9, 17))
  const opening = { drafted, submitted, registered: wish.registered, assigned }
  if (wish.reach === 'assigned') return { ...opening, accepted: null, rounds: [], escalated: null, closed: null }
  const acceptedOn = forward(days.accepted ?? forward(assignedOn, dice.whole(1, 3)), wish.delay ?? 0)
  const accepted = at(earliest(acceptedOn, LAST_DAY), hour(dice, 9, 17, 0.5))
  const rounds = roundsOf(wish, assignedOn, accepted, dice)
  return { ...opening, accepted, rounds, ...endingOf(wish, rounds, dice) }
}

function roundsOf(wish: CourseWish, assignedOn: DateOnly, accepted: Date, dice: Dice): Round[] {
  const acceptedOn = toBeijingDate(accepted)
  if (wish.reach === 'accepted') return [underWay(acceptedOn, null, wish.days?.contacts, dice)]
  const repliedOn = day(wish.days?.replied ?? replyDay(wish, assignedOn, acceptedOn, dice))
  const contactDays = wish.days?.contacts ?? contactsBetween(acceptedOn, repliedOn, dice)
  const isForgotten = wish.days?.isUnrated ?? (wish.trouble === null && dice.isTrue(FORGOTTEN))
  const ratedOn = isForgotten ? null : happened(wish.days?.rated ?? forward(repliedOn, dice.whole(2, wish.trouble ? 9 : 14)))
  const first: Round = {
    rehandled: null,
    contacts: contactDays.map((it) => at(it, hour(dice, 9, 17, 0.7))),
    replied: at(repliedOn, hour(dice, 9, 17, 0.9)),
    rated: ratedOn && at(ratedOn, hour(dice, 8, 21)),
  }
  if (wish.trouble === null || wish.trouble === 'waiting' || ratedOn === null) return [first]
  const rehandledOn = day(wish.days?.rehandled ?? forward(ratedOn, dice.whole(2, 4)))
  const rehandled = at(rehandledOn, hour(dice, 9, 17))
  if (wish.trouble === 'underWay') return [first, underWay(rehandledOn, rehandled, undefined, dice)]
  const secondOn = workdayUpTo(addDays(rehandledOn, dice.whole(19, 28)))
  const second: Round = {
    rehandled,
    contacts: [at(forward(rehandledOn, dice.whole(3, 7)), hour(dice, 9, 17))],
    replied: at(secondOn, hour(dice, 9, 17)),
    rated: at(forward(secondOn, dice.whole(2, 9)), hour(dice, 8, 21)),
  }
  return [first, second]
}

/** A round that runs: perhaps the deputy was called already. */
function underWay(since: DateOnly, rehandled: Date | null, given: readonly string[] | undefined, dice: Dice): Round {
  const called = happened(forward(since, dice.whole(3, 12)))
  const days = given ?? (called ? [called] : [])
  return { rehandled, contacts: days.map((it) => at(it, hour(dice, 9, 17))), replied: null, rated: null }
}

function endingOf(wish: CourseWish, rounds: readonly Round[], dice: Dice): Pick<Course, 'escalated' | 'closed'> {
  const rated = rounds.at(-1)?.rated
  if (!rated || wish.trouble === 'waiting') return { escalated: null, closed: null }
  const wasRefused = wish.trouble === 'concluded' || wish.trouble === 'escalated'
  const escalatedOn = wasRefused ? happened(forward(toBeijingDate(rated), 3)) : null
  const closedOn = wish.trouble === 'escalated' ? null : happened(forward(escalatedOn ?? toBeijingDate(rated), dice.whole(1, 6)))
  return { escalated: escalatedOn && at(escalatedOn, 15), closed: closedOn && at(closedOn, hour(dice, 9, 17)) }
}

/** Most units use the better part of their three (or six) months; a few are late. */
function replyDay(wish: CourseWish, assignedOn: DateOnly, acceptedOn: DateOnly, dice: Dice): DateOnly {
  const dueOn = addMonths(assignedOn, wish.isDifficult ? 6 : 3)
  if (wish.isLate) return forward(dueOn, dice.whole(2, 9))
  const used = 0.5 + 0.48 * Math.sqrt(dice.fraction())
  // Who asked for more time uses it.
  const extendedTo = wish.extension ? addMonths(assignedOn, 3 + wish.extension) : null
  if (extendedTo) return workdayUpTo(addDays(dueOn, Math.floor(diffDays(dueOn, extendedTo) * used)))
  const wanted = workdayUpTo(addDays(assignedOn, Math.floor(diffDays(assignedOn, dueOn) * used)))
  const soonest = earliest(forward(acceptedOn, 4), LAST_DAY)
  if (wanted <= LAST_DAY) return wanted > soonest ? wanted : soonest
  // What was handed over in late summer and is answered nonetheless was answered quickly.
  const span = Math.max(0, diffDays(soonest, LAST_DAY))
  return workdayUpTo(addDays(soonest, Math.floor(span * (0.45 + 0.55 * dice.fraction()))))
}

/** One to three contacts, in the order of the three visits: soon after receipt, on the way, shortly before the reply. */
function contactsBetween(acceptedOn: DateOnly, repliedOn: DateOnly, dice: Dice): DateOnly[] {
  const span = diffDays(acceptedOn, repliedOn)
  const shares = [0.1 + 0.2 * dice.fraction(), ...(dice.isTrue(0.3) ? [0.5] : []), ...(dice.isTrue(0.7) ? [0.75 + 0.15 * dice.fraction()] : [])]
  return [...new Set(shares.map((share) => workdayUpTo(addDays(acceptedOn, Math.max(1, Math.floor(span * share))), acceptedOn)))]
}

function happened(on: string): DateOnly | null {
  return on <= LAST_DAY ? day(on) : null
}

function earliest(a: string, b: string): DateOnly {
  return day(a < b ? a : b)
}

export function forward(from: string, workdays: number): DateOnly {
  return addWorkdays(calendar, day(from), workdays)
}

/** That many working days before. */
export function back(from: DateOnly, workdays: number): DateOnly {
  let on = from
  for (let left = workdays; left > 0; left -= 1) on = workdayUpTo(addDays(on, -1))
  return on
}

/** `on` or the last working day before it, but not before `floor`. */
export function workdayUpTo(on: DateOnly, floor?: DateOnly): DateOnly {
  if (isWorkday(calendar, on) || on === floor) return on
  return workdayUpTo(addDays(on, -1), floor)
}

/**
 * An hour between two. `part` narrows it to a later part of the day, so that of two steps on one day the second one follows: receipt
 * before contact before reply.
 */
function hour(dice: Dice, from: number, until: number, part = 0): number {
  return from + (until - from) * (part + (part > 0 ? 0.15 : 0.99) * dice.fraction())
}
