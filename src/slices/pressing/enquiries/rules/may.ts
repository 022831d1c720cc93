import type { Actor } from '#kernel/identity/contract.ts'
import { next, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import type { Status as SuggestionStatus } from '#slices/suggestions/contract.ts'
import { isOfUnit, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { actions, type Action, type Status } from '../contract.ts'

/** The deputy may take an enquiry back until the unit has seen it; the unit may answer without having received it first. */
export const lifecycle: Lifecycle<Status, Action> = {
  asked: { recall: 'recalled', acknowledge: 'acknowledged', answer: 'answered' },
  acknowledged: { answer: 'answered' },
  answered: {},
  recalled: {},
}

export interface Facts {
  readonly status: Status
  readonly unitId: string
  readonly deputyId: string
}

/** Why `actor` may not do `action` with an enquiry, or null: its deputy takes it back, its unit receives and answers it. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (action === 'recall' ? !isItsDeputy(actor, it) : !isOfUnit(actor, it.unitId)) {
    return forbidden(
      'not-your-part',
      action === 'recall' ? '由提出的代表本人收回。' : '由被联系的承办单位回应。需要时请与他们联系。',
    )
  }
  if (action === 'recall' && it.status === 'acknowledged') {
    return conflict('seen', '承办单位已经看到，不能收回了。需要时请直接与他们联系。')
  }
  return next(lifecycle, it.status, action) === undefined ? wrongStatus('这次联系') : null
}

export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

/** From the day on which a unit has received it, to the end of the suggestion and beyond, since promises are kept afterwards. */
const asking: readonly SuggestionStatus[] = ['accepted', 'replied', 'rated', 'escalated', 'closed', 'unrated']

/** Why `actor` may not ask the units of this suggestion, or null (代表法 art 51: they keep contact with the deputy; art 31: inspections). */
export function askRefusal(actor: Actor, it: Pick<Brief, 'leadDeputyId' | 'status' | 'unitIds'>): Refusal | null {
  if (!actor.roles.has('deputy') || actor.deputyId !== it.leadDeputyId) {
    return forbidden('not-your-part', '追问、约见和视察由领衔代表提出。需要时请与领衔代表联系。')
  }
  if (it.status === 'assigned' || it.status === 'objected') {
    return conflict('not-received', '承办单位还没有签收，签收以后再联系；急事请找代表工作委员会。')
  }
  const isOpen = asking.includes(it.status) && it.unitIds.length > 0
  return isOpen ? null : conflict('no-unit', '这件建议没有承办单位在办理，不能提出。')
}

export function isOverdue(it: { status: Status; wantedOn: string | null }, today: string): boolean {
  return isOpen(it.status) && it.wantedOn !== null && it.wantedOn < today
}

export function isOpen(status: Status): boolean {
  return status === 'asked' || status === 'acknowledged'
}

function isItsDeputy(actor: Actor, it: Pick<Facts, 'deputyId'>): boolean {
  return actor.roles.has('deputy') && actor.deputyId === it.deputyId
}
