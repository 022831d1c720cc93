import type { DateOnly } from '#lib/pure/date.ts'
import type { PublicCommitment } from './contract.ts'
import type { Commitment } from './store.ts'

/** What leaves the house: a whitelist, so that a new column is private until somebody decides otherwise. */
export function toPublic(it: Commitment, today: DateOnly): PublicCommitment {
  return {
    content: it.content,
    unitName: it.unitName,
    status: it.status,
    openedOn: it.openedOn,
    firstDueOn: it.firstDueOn,
    dueOn: it.dueOn,
    settledOn: it.settledOn,
    isOverdue: it.status === 'open' && it.dueOn < today,
  }
}
