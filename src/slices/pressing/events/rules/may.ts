import type { Actor } from '#kernel/identity/contract.ts'
import { next, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { isOfUnit, isTheirs, seesEverything, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { actions, type Action, type Status } from '../contract.ts'

export const lifecycle: Lifecycle<Status, Action> = {
  planned: { edit: 'planned', hold: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
}

export interface Facts {
  readonly status: Status
  readonly heldOn: string
}

/** Why `actor` may not do `action` with a face-to-face event on the day `today`, or null. */
export function refusal(actor: Actor, it: Facts, action: Action, today: string): Refusal | null {
  if (!arranges(actor))
    return forbidden('not-your-part', '“面对面”活动由代表工作委员会或者专门委员会来组织。需要时请与他们联系。')
  if (next(lifecycle, it.status, action) === undefined) return wrongStatus('这场“面对面”活动')
  return action === 'hold' && it.heldOn > today
    ? conflict('not-yet', '活动日期还没有到，活动以后再登记情况。日期有变时请先修改。')
    : null
}

export function allowed(actor: Actor, it: Facts, today: string): Action[] {
  return actions.filter((action) => refusal(actor, it, action, today) === null)
}

export function arranges(actor: Actor): boolean {
  return actor.roles.has('deputies_affairs') || actor.roles.has('special_committee')
}

export interface Guests {
  readonly unitIds: readonly string[]
  readonly deputyIds: readonly string[]
}

/** Offices, whoever is invited, and whose suggestion is talked about. */
export function maySee(actor: Actor, { unitIds, deputyIds }: Guests, members: readonly Brief[]): boolean {
  if (seesEverything(actor) || unitIds.some((id) => isOfUnit(actor, id))) return true
  return (actor.deputyId !== null && deputyIds.includes(actor.deputyId)) || members.some((it) => isTheirs(actor, it))
}

/** Who met whom: for each unit that came, its suggestions among those talked about. Each is a face contact (A1.7 面商率). */
export function facesOf(unitIds: readonly string[], members: readonly Brief[]): Map<string, string[]> {
  const entries = unitIds.map(
    (unitId) => [unitId, members.filter((it) => it.unitIds.includes(unitId)).map((it) => it.id)] as const,
  )
  return new Map(entries.filter(([, ids]) => ids.length > 0))
}
