import { toBeijingDate } from '#lib/pure/date.ts'
import type { ReplyInput } from '#slices/suggestions/contract.ts'
import { diceOf } from '../dice.ts'
import { at } from '../moment.ts'
import type { Unit } from '../units.ts'
import { back } from './course.ts'
import type { Step } from './steps.ts'

/** 拟稿 some days before, 会签 by those who lead with it, 签发 a day or two before, 答复. All of it after `since`. */
export function letterSteps(unit: Unit, since: Date, repliedAt: Date, reply: ReplyInput, concurring: readonly Unit[] = []): Step[] {
  const dice = diceOf(`letter ${reply.documentNumber}`)
  const repliedOn = toBeijingDate(repliedAt)
  const signed = at(back(repliedOn, 1), 15.2 + 0.6 * dice.fraction())
  const drafted = at(back(repliedOn, dice.whole(2, 5)), 10 + dice.fraction())
  const isHurried = drafted <= since
  const draftedAt = isHurried ? minutesBefore(repliedAt, 20) : drafted
  const signedAt = isHurried ? minutesBefore(repliedAt, 5) : signed
  const halfway = new Date((draftedAt.getTime() + signedAt.getTime()) / 2)
  const agreedAt = isHurried ? halfway : at(toBeijingDate(halfway), 14)
  const agreed = concurring.map((other, index): Step => ({ action: 'concur', at: new Date(agreedAt.getTime() + index * 60_000), unit: other }))
  return [
    { action: 'draftReply', at: draftedAt, unit, reply },
    ...agreed,
    { action: 'signReply', at: signedAt, unit },
    { action: 'reply', at: repliedAt, unit },
  ]
}

function minutesBefore(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() - minutes * 60_000)
}
