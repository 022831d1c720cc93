import { addWorkdays, workdaysBetween } from '#kernel/procedure/contract.ts'
import type { ContactInput, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import type { Dice } from '../dice.ts'
import { at, calendar, day } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Unit } from '../units.ts'
import { complaintOf, contactOf, ratingOf, replyOf, signatureOf } from './answering.ts'
import type { Course, Round } from './course.ts'
import { numberLetters, type Letter } from './letters.ts'
import type { History, Step } from './steps.ts'
import type { Writing } from './writing.ts'

/** Everything of one handed-over suggestion except the numbers of its letters. */
export interface Plan {
  readonly series: string
  readonly term: number
  readonly session: number | null
  readonly number: number
  readonly deputy: Deputy
  readonly unit: Unit
  readonly writing: Writing
  readonly isDifficult: boolean
  readonly course: Course
  readonly contacts?: readonly ContactInput[] | undefined
  readonly reply?: Pick<ReplyInput, 'class' | 'text' | 'points'> | undefined
  readonly letterNumber?: number | undefined
  /** The first rating is a complaint. */
  readonly isTroubled: boolean
  readonly dice: Dice
}

interface RoundLetter extends Letter {
  readonly plan: Plan
  readonly round: Round
}

/** Turns plans into histories; letters are numbered over all of them. */
export function historiesOf(plans: readonly Plan[]): History[] {
  const letters = plans.flatMap((plan) =>
    plan.course.rounds.flatMap((round, index): RoundLetter[] => {
      const known = index === 0 && plan.letterNumber ? { known: plan.letterNumber } : {}
      return round.replied ? [{ unit: plan.unit, repliedAt: round.replied, plan, round, ...known }] : []
    }),
  )
  const numbers = numberLetters(letters)
  const numberOf = new Map(letters.map((it) => [it.round, numbers.get(it)!]))
  return plans.map((plan) => ({ ...keyOf(plan), steps: stepsOf(plan, numberOf) }))
}

/** Numbers are given in the order of registration: number → instant, over working days between known ones `[number, day, share of it]`. */
export function registeredAt(known: readonly (readonly [number, string, number])[], number: number): Date {
  const upper = Math.max(1, known.findIndex(([n]) => n >= number))
  const [[fromNumber, fromDay, fromShare], [toNumber, toDay, toShare]] = [known[upper - 1]!, known[upper]!]
  const workdays = workdaysBetween(calendar, day(fromDay), day(toDay))
  const passed = fromShare + ((number - fromNumber) / (toNumber - fromNumber)) * (workdays + toShare - fromShare)
  return at(addWorkdays(calendar, day(fromDay), Math.floor(passed)), 9 + 8 * (passed % 1))
}

function keyOf({ series, number, term, session, deputy }: Plan): Omit<History, 'steps'> {
  return { key: `${series} ${number}`, series, term, session, deputy }
}

function stepsOf(plan: Plan, numberOf: ReadonlyMap<Round, string>): Step[] {
  const { course, writing, number, unit, isDifficult } = plan
  return [
    { action: 'draft', at: course.drafted, draft: writing.draft },
    { action: 'submit', at: course.submitted },
    { action: 'register', at: course.registered, number },
    { action: 'assign', at: course.assigned, unit, isDifficult },
    ...(course.accepted ? [{ action: 'accept', at: course.accepted } as const] : []),
    ...course.rounds.flatMap((round, index) => roundSteps(plan, round, index, numberOf.get(round))),
    ...(course.closed ? [{ action: 'close', at: course.closed } as const] : []),
  ]
}

const REHANDLING_REASON = '代表对办理结果不满意，请针对代表意见逐条研究，给出具体措施和时间表后重新答复。'

function roundSteps(plan: Plan, round: Round, index: number, documentNumber: string | undefined): Step[] {
  const { dice } = plan
  const steps: Step[] = round.rehandled ? [{ action: 'rehandle', at: round.rehandled, reason: REHANDLING_REASON }] : []
  round.contacts.forEach((on, nth) => {
    const given = index === 0 ? plan.contacts?.[nth] : undefined
    steps.push({ action: 'logContact', at: on, contact: given ?? contactOf(on, dice) })
  })
  if (round.replied && documentNumber) steps.push({ action: 'reply', at: round.replied, reply: replyIn(plan, index, documentNumber) })
  if (round.rated) steps.push({ action: 'rate', at: round.rated, rating: ratingIn(plan, index) })
  return steps
}

function replyIn(plan: Plan, index: number, documentNumber: string): ReplyInput {
  if (plan.reply && index === 0) return { ...plan.reply, ...signatureOf(plan.unit), documentNumber }
  // What is answered a second time was promised too early the first time, and is now planned with a date.
  const first = plan.isTroubled ? (index === 0 ? 'C' : 'B') : undefined
  return { ...replyOf(plan.unit, plan.writing, plan.dice, first), documentNumber }
}

function ratingIn(plan: Plan, index: number): RateInput {
  if (plan.isTroubled && index === 0) return complaintOf(plan.dice)
  return ratingOf(plan.dice)
}
