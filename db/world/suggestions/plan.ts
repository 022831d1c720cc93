import { addWorkdays, workdaysBetween } from '#kernel/procedure/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { ContactInput, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import type { Dice } from '../dice.ts'
import { at, calendar, day } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Unit } from '../units.ts'
import { complaintOf, contactOf, ratingOf, replyOf, signatureOf } from './answering.ts'
import type { Arrangement } from './arrangement.ts'
import type { Course, Round } from './course.ts'
import { extensionSteps, otherReply, otherSteps, receivingSteps } from './handling-steps.ts'
import { joiningSteps } from './joining.ts'
import { letterSteps } from './letter-steps.ts'
import { numberLetters, type Letter } from './letters.ts'
import type { History, Step } from './steps.ts'
import { arranged } from './unit-words.ts'
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
  readonly arrangement: Arrangement
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
  const letters = plans.flatMap((plan) => plan.course.rounds.flatMap((round, index) => lettersOf(plan, round, index)))
  const numbers = numberLetters(letters)
  const numberOf = new Map(letters.map((it) => [`${keyOf(it.plan).key} ${it.plan.course.rounds.indexOf(it.round)} ${it.unit.id}`, numbers.get(it)!]))
  return plans.map((plan) => {
    const known = keyOf(plan)
    return { ...known, steps: stepsOf(plan, (round, unit) => numberOf.get(`${known.key} ${round} ${unit.id}`)) }
  })
}

function lettersOf(plan: Plan, round: Round, index: number): RoundLetter[] {
  if (!round.replied) return []
  const known = index === 0 && plan.letterNumber ? { known: plan.letterNumber } : {}
  const own: RoundLetter = { unit: plan.unit, repliedAt: round.replied, plan, round, ...known }
  const others = plan.arrangement.others.flatMap((other): RoundLetter[] => {
    const repliedAt = index === 0 ? otherReply(plan, other) : null
    return repliedAt ? [{ unit: other.unit, repliedAt, plan, round }] : []
  })
  return [own, ...others]
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

type NumberOf = (round: number, unit: Unit) => string | undefined

function stepsOf(plan: Plan, numberOf: NumberOf): Step[] {
  const { course, writing, number, arrangement } = plan
  const steps: Step[] = [
    { action: 'draft', at: course.drafted, draft: writing.draft },
    ...joiningSteps(arrangement.cosigners, course.drafted, course.submitted),
    { action: 'submit', at: course.submitted },
    { action: 'register', at: course.registered, number },
    ...receivingSteps(plan),
    ...otherSteps(plan, (unit) => numberOf(0, unit)),
    ...extensionSteps(plan),
    ...course.rounds.flatMap((round, index) => roundSteps(plan, round, index, numberOf(index, plan.unit))),
    ...endingSteps(plan),
  ]
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

const REHANDLING_REASON = '代表对办理结果不满意，请针对代表意见逐条研究，给出具体措施和时间表后重新答复。'

const MEETING = '代表工委组织代表与承办单位见面沟通，现场察看了未解决的点位，双方对原因没有分歧，对完成时间仍有不同意见。'
const CONCLUSION = '见面沟通后，承办单位已将未完成部分列入明年计划并向代表书面承诺时间；代表保留意见。本件办结，由代表工委跟踪督办。'

/** The deputy looks over the rating once more, then somebody of the office opens it. */
function openedSteps(plan: Plan, openedOn: string): Step[] {
  const rating = ratingIn(plan, plan.course.rounds.length - 1)
  return [
    { action: 'amendRating', at: at(openedOn, 8.1), rating },
    { action: 'openRating', at: at(openedOn, 10.2) },
  ]
}

function endingSteps(plan: Plan): Step[] {
  const { course, arrangement, writing } = plan
  const { openedOn, summaryOn } = arrangement
  const { title, requests } = writing.draft
  const summary = `代表提出《${title}》，共${requests.length}条具体建议：${requests.join('；')}。原文涉及个别单位和个人的具体情况，公开摘要。`
  return [
    ...(openedOn ? openedSteps(plan, openedOn) : []),
    ...(course.escalated ? [{ action: 'escalate', at: course.escalated, kind: 'meeting', heldOn: toBeijingDate(course.escalated), note: MEETING } as const] : []),
    ...(course.closed ? [{ action: 'close', at: course.closed, conclusion: course.escalated ? CONCLUSION : '' } as const] : []),
    ...(summaryOn ? [{ action: 'publish', at: at(summaryOn, 14.5), summary } as const] : []),
  ]
}

function roundSteps(plan: Plan, round: Round, index: number, documentNumber: string | undefined): Step[] {
  const { dice, unit } = plan
  const steps: Step[] = round.rehandled ? [{ action: 'rehandle', at: round.rehandled, reason: REHANDLING_REASON }] : []
  round.contacts.forEach((on, nth) => {
    const given = index === 0 ? plan.contacts?.[nth] : undefined
    steps.push({ action: 'logContact', at: on, unit, contact: given ?? contactOf(on, dice) })
  })
  const since = round.rehandled ?? plan.course.accepted
  if (round.replied && since && documentNumber) {
    const others = plan.arrangement.others.filter((it) => it.part === 'lead').map((it) => it.unit)
    steps.push(...letterSteps(unit, since, round.replied, replyIn(plan, index, documentNumber), others))
  }
  if (round.rated) steps.push({ action: 'rate', at: round.rated, rating: ratingIn(plan, index) })
  return steps
}

function replyIn(plan: Plan, index: number, documentNumber: string): ReplyInput {
  if (plan.reply && index === 0) return { ...plan.reply, ...signatureOf(plan.unit), documentNumber, commitments: [] }
  // What is answered a second time was promised too early the first time, and is now planned with a date.
  const first = plan.isTroubled ? (index === 0 ? 'C' : 'B') : undefined
  const reply = replyOf(plan.unit, plan.writing, plan.dice, first)
  const units = [plan.unit, ...plan.arrangement.others.map((it) => it.unit)]
  return { ...arranged(reply, 0, plan.arrangement, units), class: plan.classes?.[reply.class] ?? reply.class, documentNumber }
}

function ratingIn(plan: Plan, index: number): RateInput {
  if (plan.isTroubled && (index === 0 || plan.course.escalated)) return complaintOf(plan.dice)
  return ratingOf(plan.dice)
}
