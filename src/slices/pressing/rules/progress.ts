import type { Progress } from '../contract.ts'
import type { Brief } from './reach.ts'

/** Counted from the suggestions themselves, as 办复率 counts them: what was withdrawn is neither handed over nor answered. */
export function progressOf(members: readonly Pick<Brief, 'status' | 'handedOverOn' | 'repliedOn'>[]): Progress {
  const handedOver = members.filter((it) => it.handedOverOn !== null && it.status !== 'withdrawn')
  const answered = handedOver.filter((it) => it.repliedOn !== null)
  return { members: members.length, handedOver: handedOver.length, answered: answered.length }
}
