/**
 * The one clock engine (product D6). A clock starts on day 0, which is not counted, runs for a term, stops on delivery and extends
 * only by approval; every date comes with the sentence of how it was found. Today and the calendar are passed in.
 */
import { addDays, addMonths, diffDays, earlierOf, laterOf, weekdayOf, type DateOnly } from '#lib/pure/date.ts'
import type { Clock, Deadline, Pause, Remaining, Step, Term, Text } from '../contract.ts'
import {
  addWorkdays,
  isWorkday,
  restBetween,
  unknownYears,
  workdayOnOrAfter,
  workdaysBetween,
  type Calendar,
} from './calendar.ts'
import * as say from './sentence.ts'

/** `◆ 临期` begins at this many working days left (product.md 7.1). */
export const NEAR_WITHIN_WORKDAYS = 5

/** The due date of a clock with the way it was computed; `basis` is the provision that sets the term. */
export function deadline(clock: Clock, calendar: Calendar, basis: string): Deadline {
  const steps = [startStep(clock), ...countedSteps(clock, calendar), ...settledSteps(clock, calendar)]
  const dueOn = dueDate(clock, calendar)
  const years = countsWorkdays(clock) ? unknownYears(calendar, clock.startsOn, dueOn) : []
  if (years.length > 0) steps.push({ kind: 'estimate', on: dueOn, text: say.estimate(years) })
  return { dueOn, sentence: say.wholeSentence(steps, basis), basis, steps, isEstimate: years.length > 0, clock }
}

/** The due date alone, for lists of thousands. */
export function dueDate(clock: Clock, calendar: Calendar): DateOnly {
  return clock.override?.dueOn ?? rolled(clock, calendar, computedDate(clock, calendar))
}

/** Where the clock stands today. A delivery after `today` has not happened yet, so any past day can be shown as it was. */
export function remaining(clock: Clock, today: DateOnly, calendar: Calendar, nearWithin = NEAR_WITHIN_WORKDAYS): Remaining {
  const dueOn = dueDate(clock, calendar)
  if (clock.stoppedOn && clock.stoppedOn <= today) return done(clock.stoppedOn, clock.stopsAt ?? say.DONE, dueOn)
  if (today < clock.startsOn) {
    const startsInDays = diffDays(today, clock.startsOn)
    return { level: 'notStarted', startsInDays, sentence: say.notStarted(clock.startsOn) }
  }
  if (today > dueOn) {
    const overdueDays = diffDays(dueOn, today)
    return { level: 'overdue', overdueDays, sentence: say.overdue(overdueDays, dueOn) }
  }
  return running(today, dueOn, calendar, nearWithin)
}

/** The date a term leads to, counted from `from`, which is day 0. */
export function addTerm(from: DateOnly, term: Term, calendar: Calendar): DateOnly {
  if (term.unit === 'month') return addMonths(from, term.amount)
  if (term.unit === 'day') return addDays(from, term.amount)
  return addWorkdays(calendar, from, term.amount)
}

/** The last day that an extension or an override may reach, or undefined where nothing limits the clock. */
export function latestDate(clock: Clock, calendar: Calendar): DateOnly | undefined {
  return clock.limit && addTerm(clock.startsOn, clock.limit, calendar)
}

function running(today: DateOnly, dueOn: DateOnly, calendar: Calendar, nearWithin: number): Remaining {
  const workdaysLeft = workdaysBetween(calendar, today, dueOn)
  const level = workdaysLeft <= nearWithin ? 'near' : 'normal'
  const years = unknownYears(calendar, today, dueOn)
  return {
    level,
    workdaysLeft,
    daysLeft: diffDays(today, dueOn),
    sentence: say.left(today, dueOn, workdaysLeft, years, dueDayNote(calendar, dueOn)),
  }
}

function dueDayNote(calendar: Calendar, dueOn: DateOnly): say.DueDayNote {
  if (!isWorkday(calendar, dueOn)) return 'rest'
  return weekdayOf(dueOn) > 5 ? 'makeUp' : undefined
}

function done(stoppedOn: DateOnly, what: Text, dueOn: DateOnly): Remaining {
  const earlyDays = Math.max(0, diffDays(stoppedOn, dueOn))
  const lateDays = Math.max(0, diffDays(dueOn, stoppedOn))
  return { level: 'done', earlyDays, lateDays, sentence: say.done(stoppedOn, what, earlyDays, lateDays) }
}

function startStep(clock: Clock): Step {
  return { kind: 'start', on: clock.startsOn, text: say.start(clock.startsAt, clock.startsOn) }
}

/** Term and extensions, each with the date after it. */
function countedSteps(clock: Clock, calendar: Calendar): Step[] {
  return termsOf(clock).map((term, index) => {
    const on = countedDate(clock, calendar, index + 1)
    const from = index === 0 ? clock.startsOn : countedDate(clock, calendar, index)
    const rest = term.unit === 'workday' ? restBetween(calendar, from, on) : undefined
    return index === 0
      ? { kind: 'term', on, text: say.term(term, on, rest) }
      : { kind: 'extension', on, text: say.extension(term, on, rest) }
  })
}

/** What happens to the counted date afterwards, in this order: pauses, the outer limit, a day of rest, a change by hand. */
function settledSteps(clock: Clock, calendar: Calendar): Step[] {
  const steps: Step[] = []
  const counted = countedDate(clock, calendar, termsOf(clock).length)
  const paused = pausedDate(clock, calendar, counted)
  if (paused !== counted) steps.push({ kind: 'pause', on: paused, text: say.pause(clock.pauses ?? [], paused) })
  const computed = computedDate(clock, calendar)
  if (computed !== paused && clock.limit) steps.push({ kind: 'limit', on: computed, text: say.limit(clock.limit, computed) })
  if (!isWorkday(calendar, computed)) {
    const on = rolled(clock, calendar, computed)
    steps.push({ kind: 'restDay', on, text: on === computed ? say.restDayStays() : say.restDayMoves(on) })
  }
  const { override } = clock
  if (override) steps.push({ kind: 'override', on: override.dueOn, text: say.override(override) })
  return steps
}

function computedDate(clock: Clock, calendar: Calendar): DateOnly {
  const paused = pausedDate(clock, calendar, countedDate(clock, calendar, termsOf(clock).length))
  const latest = latestDate(clock, calendar)
  return latest ? earlierOf(paused, latest) : paused
}

/** The date after the first `count` terms; neighbours of one unit are summed, since months do not add up one after another. */
function countedDate(clock: Clock, calendar: Calendar, count: number): DateOnly {
  const summed: Term[] = []
  for (const term of termsOf(clock).slice(0, count)) {
    const last = summed.at(-1)
    if (last?.unit === term.unit) summed[summed.length - 1] = { unit: term.unit, amount: last.amount + term.amount }
    else summed.push(term)
  }
  return summed.reduce((date, term) => addTerm(date, term, calendar), clock.startsOn)
}

/** Every day a clock stood still before it was due is given back: working days where working days count, else calendar days. */
function pausedDate(clock: Clock, calendar: Calendar, dueOn: DateOnly): DateOnly {
  const pauses = [...(clock.pauses ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))
  let date = dueOn
  let ranUntil = addDays(clock.startsOn, 1)
  for (const pause of pauses) {
    const from = laterOf(pause.from, ranUntil)
    if (from > date || pause.until <= from) continue
    date = shifted(clock, calendar, date, { ...pause, from })
    ranUntil = pause.until
  }
  return date
}

function shifted(clock: Clock, calendar: Calendar, date: DateOnly, { from, until }: Pause): DateOnly {
  if (clock.term.unit !== 'workday') return addDays(date, diffDays(from, until))
  return addWorkdays(calendar, date, workdaysBetween(calendar, addDays(from, -1), addDays(until, -1)))
}

function rolled(clock: Clock, calendar: Calendar, date: DateOnly): DateOnly {
  return clock.restDayRule === 'nextWorkday' ? workdayOnOrAfter(calendar, date) : date
}

function termsOf(clock: Clock): Term[] {
  return [clock.term, ...clock.extensions]
}

function countsWorkdays(clock: Clock): boolean {
  return clock.restDayRule === 'nextWorkday' || [...termsOf(clock), clock.limit].some((term) => term?.unit === 'workday')
}
