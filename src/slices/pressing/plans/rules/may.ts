import type { Actor } from '#kernel/identity/contract.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { isOfUnit, isTheirs, seesEverything, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden } from '../../rules/refusals.ts'
import { actions, type Action } from '../contract.ts'

/** Why `actor` may not make or change a plan of this unit, or null: 代表工委 or the unit that handles. */
export function refusal(actor: Actor, unitId: string): Refusal | null {
  if (actor.roles.has('deputies_affairs') || isOfUnit(actor, unitId)) return null
  return forbidden('not-your-part', '办理方案由代表工作委员会或者承办单位自己来编。需要时请与他们联系。')
}

export function allowed(actor: Actor, unitId: string): Action[] {
  return refusal(actor, unitId) === null ? [...actions] : []
}

/** Offices, the unit, and deputies one of whose suggestions is in it. */
export function maySee(actor: Actor, unitId: string, members: readonly Brief[]): boolean {
  return seesEverything(actor) || isOfUnit(actor, unitId) || members.some((it) => isTheirs(actor, it))
}

/** Why this suggestion cannot be handled under a plan of `unitId`: only what that unit handles can (渝条例 art 18). */
export function memberRefusal(it: Pick<Brief, 'unitIds' | 'status'>, unitId: string): Refusal | null {
  if (!it.unitIds.includes(unitId)) return conflict('other-unit', '这件建议不由这个单位承办，不能并入它的办理方案。')
  return it.status === 'withdrawn' ? conflict('withdrawn', '这件建议已经撤回，不能并案办理。') : null
}
