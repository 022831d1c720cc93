import type { Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'

/** The life of a promise. The change of a year or of a term is no arrow: what is open stays open until the unit settles it. */
export const lifecycle: Lifecycle<Status, Action> = {
  open: { report: 'open', keep: 'kept', giveUp: 'not_kept', carry: 'open', ask: 'open', rate: 'open' },
  kept: { rate: 'kept' },
  not_kept: { rate: 'not_kept' },
  superseded: {},
}
