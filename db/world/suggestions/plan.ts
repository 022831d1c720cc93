import { addWorkdays, workdaysBetween } from '#kernel/procedure/contract.ts'
import type { ContactInput, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import { addDays, toBeijingDate } from '#lib/pure/date.ts'
import { diceOf, type Dice } from '../dice.ts'
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
  /** What the letters A to D are called where the profile has others. */
  readonly classes?: Readonly<Record<string, string>>
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
  const steps: Step[] = [
    { action: 'draft', at: course.drafted, draft: writing.draft },
    { action: 'submit', at: course.submitted },
    { action: 'register', at: course.registered, number },
    { action: 'assign', at: course.assigned, handlers: [{ unit, part: 'lead', scope: '' }], isDifficult },
    ...(course.accepted ? [{ action: 'accept', at: course.accepted, unit } as const] : []),
    ...course.rounds.flatMap((round, index) => roundSteps(plan, round, index, numberOf.get(round))),
    ...(course.closed ? [{ action: 'close', at: course.closed, conclusion: '' } as const] : []),
  ]
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

const REHANDLING_REASON = '代表对办理结果不满意，请针对代表意见逐条研究，给出具体措施和时间表后重新答复。'

function roundSteps(plan: Plan, round: Round, index: number, documentNumber: string | undefined): Step[] {
  const { dice, unit } = plan
  const steps: Step[] = round.rehandled ? [{ action: 'rehandle', at: round.rehandled, reason: REHANDLING_REASON }] : []
  round.contacts.forEach((on, nth) => {
    const given = index === 0 ? plan.contacts?.[nth] : undefined
    steps.push({ action: 'logContact', at: on, unit, contact: given ?? contactOf(on, dice) })
  })
  const since = round.rehandled ?? plan.course.accepted
  if (round.replied && since && documentNumber) {
    steps.push(...letterSteps(unit, since, round.replied, replyIn(plan, index, documentNumber)))
  }
  if (round.rated) steps.push({ action: 'rate', at: round.rated, rating: ratingIn(plan, index) })
  return steps
}

/** 拟稿 some days before, 签发 a day or two before, 答复. */
export function letterSteps(unit: Unit, since: Date, repliedAt: Date, reply: ReplyInput): Step[] {
  const dice = diceOf(`letter ${reply.documentNumber}`)
  const [drafted, signed] = [earlier(repliedAt, dice.whole(3, 8), 10.2), earlier(repliedAt, dice.whole(1, 2), 15.6)]
  const isHurried = drafted <= since || signed <= drafted
  return [
    { action: 'draftReply', at: isHurried ? minutesBefore(repliedAt, 20) : drafted, unit, reply },
    { action: 'signReply', at: isHurried ? minutesBefore(repliedAt, 10) : signed, unit },
    { action: 'reply', at: repliedAt, unit },
  ]
}

function earlier(instant: Date, days: number, hour: number): Date {
  return at(addDays(toBeijingDate(instant), -days), hour)
}

function minutesBefore(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() - minutes * 60_000)
}

function replyIn(plan: Plan, index: number, documentNumber: string): ReplyInput {
  if (plan.reply && index === 0) return { ...plan.reply, ...signatureOf(plan.unit), documentNumber, commitments: [] }
  // What is answered a second time was promised too early the first time, and is now planned with a date.
  const first = plan.isTroubled ? (index === 0 ? 'C' : 'B') : undefined
  const reply = replyOf(plan.unit, plan.writing, plan.dice, first)
  return { ...reply, class: plan.classes?.[reply.class] ?? reply.class, documentNumber }
}

function ratingIn(plan: Plan, index: number): RateInput {
  if (plan.isTroubled && index === 0) return complaintOf(plan.dice)
  return ratingOf(plan.dice)
}
