import type { Actor } from '#kernel/identity/contract.ts'
import { next, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { isOfUnit, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { actions, type Action, type Status } from '../contract.ts'

export const lifecycle: Lifecycle<Status, Action> = {
  issued: { acknowledge: 'acknowledged' },
  acknowledged: { answer: 'answered' },
  answered: {},
}

export interface Facts {
  readonly status: Status
  readonly unitId: string
}

/** Why `actor` may not do `action` with a guidance notice, or null: its unit alone receives and answers it. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (!isOfUnit(actor, it.unitId)) return forbidden('not-your-part', '督办指导意见由承办单位签收和回复。需要时请与他们联系。')
  return next(lifecycle, it.status, action) === undefined ? wrongStatus('这份督办指导意见') : null
}

export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

/** Why `actor` may not send guidance about this suggestion, or null: there must be somebody who handles it. */
export function issueRefusal(actor: Actor, it: Pick<Brief, 'unitId' | 'status'>): Refusal | null {
  if (!actor.roles.has('deputies_affairs') && !actor.roles.has('special_committee'))
    return forbidden('not-your-part', '督办指导意见由专门委员会或者代表工作委员会发出。需要时请与他们联系。')
  if (it.status === 'withdrawn') return conflict('withdrawn', '这件建议已经撤回，不再督办。')
  return it.unitId === null ? conflict('no-unit', '这件建议还没有交办，没有单位可以督办。请在交办以后再发。') : null
}

export function isOverdue(it: { status: Status; dueOn: string }, today: string): boolean {
  return it.status !== 'answered' && it.dueOn < today
}
