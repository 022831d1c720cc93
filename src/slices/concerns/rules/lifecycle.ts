import { statusesBefore, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'

/** `lapse` is nobody's act: it follows from a deputy's silence. */
export type Arrow = Action | 'lapse'

/** The life of a concern. To add a status: `statuses` in the contract, a row here, its words in `words.ts`; the compiler names the rest. */
export const lifecycle: Lifecycle<Status, Arrow> = {
  sent: { accept: 'accepted', passOn: 'sent', dispute: 'disputed', withdraw: 'withdrawn' },
  accepted: { answer: 'answered', passOn: 'sent', dispute: 'disputed' },
  disputed: { assign: 'sent', decline: 'declined', withdraw: 'withdrawn' },
  answered: { confirm: 'satisfied', reject: 'dissatisfied', lapse: 'lapsed' },
  satisfied: { convert: 'converted' },
  dissatisfied: { convert: 'converted' },
  declined: { convert: 'converted' },
  converted: {},
  lapsed: {},
  withdrawn: {},
}

/** With a unit, whose clock runs. */
export const running: readonly Status[] = ['sent', 'accepted']

/** Not answered yet: with a unit or with the deputies' committee. */
export const open: readonly Status[] = [...new Set([...running, ...statusesBefore(lifecycle, 'assign')])]

/** Nothing is waited for any more. */
export function isSettled(status: Status): boolean {
  return !open.includes(status) && lifecycle[status].lapse === undefined
}
