import { addDays, addMonths, diffDays, toBeijingDate } from '#lib/pure/date.ts'
import type { ReplyInput } from '#slices/suggestions/contract.ts'
import { diceOf, type Dice } from '../dice.ts'
import { at } from '../moment.ts'
import type { Unit } from '../units.ts'
import { contactOf, replyOf } from './answering.ts'
import type { OtherUnit } from './arrangement.ts'
import { back, forward, workdayUpTo } from './course.ts'
import { letterSteps } from './letter-steps.ts'
import type { Plan } from './plan.ts'
import type { Handed, Step } from './steps.ts'
import { arranged, delayOf, EXTENSION_NOTES, objectionOf, opinionOf, UPHOLDING } from './unit-words.ts'

/** Who is handed what, and how it came to the unit that leads it in the end. */
export function receivingSteps({ course, unit, arrangement, isDifficult, series, number }: Plan): Step[] {
  const { others, scope, objection } = arrangement
  const part = others.some((it) => it.part === 'separate') ? 'separate' : 'lead'
  const own: Handed = { unit, part, scope }
  const first = objection?.outcome === 'granted' ? { ...own, unit: objection.by } : own
  const assigned: Step = { action: 'assign', at: course.assigned, handlers: [first, ...others], isDifficult }
  const accepted: Step[] = course.accepted ? [{ action: 'accept', at: course.accepted, unit }] : []
  if (!objection) return [assigned, ...accepted]
  const dice = diceOf(`objection ${series} ${number}`)
  const on = forward(toBeijingDate(course.assigned), objection.outcome === 'pending' ? 1 : dice.whole(1, 2))
  const { by, proposed } = objection
  const objected: Step = { action: 'object', at: at(on, 10 + 5 * dice.fraction()), unit: by, proposed, reason: objectionOf(by, proposed, dice) }
  if (objection.outcome === 'pending') return [assigned, objected]
  if (objection.outcome === 'refused') return [assigned, objected, { action: 'uphold', at: course.accepted!, unit: by, reason: UPHOLDING }]
  const handedOn: Step = { action: 'reassign', at: at(forward(on, 1), 15 + dice.fraction()), from: by, handlers: [own] }
  return [assigned, objected, handedOn, ...accepted]
}

/** 申请延期 a fortnight before the three months end, decided within days. */
export function extensionSteps({ course, unit, arrangement, series, number }: Plan): Step[] {
  const { extension } = arrangement
  if (!extension) return []
  const dice = diceOf(`extension ${series} ${number}`)
  const dueOn = addMonths(toBeijingDate(course.assigned), 3)
  const asked = extension.decision === 'pending' ? PENDING_SINCE : at(back(dueOn, dice.whole(6, 10)), 11)
  const request: Step = { action: 'requestExtension', at: asked, unit, months: extension.months, reason: delayOf(dice) }
  if (extension.decision === 'pending') return [request]
  const decided = at(forward(toBeijingDate(asked), dice.whole(1, 3)), 16)
  return [request, { action: 'decideExtension', at: decided, decision: extension.decision, note: EXTENSION_NOTES[extension.decision] }]
}

/** What the deputies’ committee has still to decide was asked for on this day. */
const PENDING_SINCE = at('2022-09-23', 11)

/** What the units beside the leading one do in the first round. */
export function otherSteps(plan: Plan, numberOf: (unit: Unit) => string | undefined): Step[] {
  return plan.arrangement.others.flatMap((other, index) => {
    const dice = diceOf(`other ${plan.series} ${plan.number} ${other.unit.name}`)
    if (other.reach === 'assigned') return []
    const on = forward(toBeijingDate(plan.course.assigned), dice.whole(1, 2))
    const accepted = at(on, 9 + 2 * dice.fraction())
    const accept: Step = { action: 'accept', at: accepted, unit: other.unit }
    return [accept, ...(other.part === 'separate' ? answerSteps(plan, other, index + 1, accepted, numberOf, dice) : opinionSteps(plan, other, accepted, dice))]
  })
}

/** 会办意见 within a month of the hand-over, and before the reply that takes it up. */
function opinionSteps({ course, arrangement }: Plan, { unit, part, reach }: OtherUnit, accepted: Date, dice: Dice): Step[] {
  if (part !== 'co' || reach !== 'done') return []
  const known = arrangement.opinionOn
  const monthLater = at(workdayUpTo(addDays(toBeijingDate(course.assigned), dice.whole(12, 27))), 9.5 + 2 * dice.fraction())
  const before = course.rounds[0]?.replied ? at(back(toBeijingDate(course.rounds[0].replied), 1), 9.5) : at('2022-09-26', 9 + dice.fraction())
  const given = known ? at(known, 15) : new Date(Math.min(monthLater.getTime(), before.getTime()))
  const on = given <= accepted ? new Date(accepted.getTime() + 60 * 60_000) : given
  return [{ action: 'giveOpinion', at: on, unit, text: opinionOf(unit, dice) }]
}

/** A unit that answers for its own part: contact, letter; or what it has of them by the moment of the world. */
function answerSteps(plan: Plan, other: OtherUnit, own: number, accepted: Date, numberOf: (unit: Unit) => string | undefined, dice: Dice): Step[] {
  const { unit, reach } = other
  const replied = otherReply(plan, other)
  const span = diffDays(toBeijingDate(accepted), toBeijingDate(replied ?? DRAFTED))
  const contactedAt = at(workdayUpTo(addDays(toBeijingDate(accepted), Math.floor(span * (0.3 + 0.3 * dice.fraction())))), 14 + dice.fraction())
  const contact: Step = { action: 'logContact', at: contactedAt, unit, contact: contactOf(contactedAt, dice) }
  if (reach === 'accepted') return [contact]
  const reply = letterOf(plan, unit, own, numberOf(unit), dice)
  if (replied) return [contact, ...letterSteps(unit, contactedAt, replied, reply)]
  const draft: Step = { action: 'draftReply', at: DRAFTED, unit, reply }
  return reach === 'drafted' ? [contact, draft] : [contact, draft, { action: 'signReply', at: SIGNED, unit }]
}

const DRAFTED = at('2022-09-21', 10.6)
const SIGNED = at('2022-09-26', 15.8)

/** The other units answer some days before the one that leads. */
export function otherReply({ course, series, number }: Plan, { unit, part }: OtherUnit): Date | null {
  const replied = course.rounds[0]?.replied
  if (!replied || part !== 'separate') return null
  const dice = diceOf(`other reply ${series} ${number} ${unit.name}`)
  return at(back(toBeijingDate(replied), dice.whole(2, 4)), 14 + dice.fraction())
}

function letterOf(plan: Plan, unit: Unit, own: number, documentNumber: string | undefined, dice: Dice): ReplyInput {
  const units = [plan.unit, ...plan.arrangement.others.map((it) => it.unit)]
  const reply = arranged(replyOf(unit, plan.writing, dice, documentNumber ? undefined : 'B'), own, plan.arrangement, units)
  if (documentNumber) return { ...reply, documentNumber }
  const { requests } = plan.writing.draft
  const promise = { content: `${requests[own] ?? requests[0]}，结果向代表书面报告`.slice(0, 200), dueOn: '2022-12-30' }
  return { ...reply, documentNumber: `${unit.letter}函〔2022〕${NEXT_LETTER + (plan.number % 10)}号`, commitments: [promise] }
}

/** Letters that are written and not yet sent have numbers behind all that were sent. */
const NEXT_LETTER = 310
