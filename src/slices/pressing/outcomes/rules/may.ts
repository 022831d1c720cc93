import type { Actor } from '#kernel/identity/contract.ts'
import { next, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { isOfUnit, isPublic, isTheirs, seesEverything, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { actions, type Action, type Kind, type Status } from '../contract.ts'

export const lifecycle: Lifecycle<Status, Action> = {
  recorded: { edit: 'recorded', publish: 'published' },
  published: { retract: 'recorded' },
}

/** Why `actor` may not do `action` with an outcome of these suggestions, or null. */
export function refusal(actor: Actor, it: { status: Status }, members: readonly Brief[], action: Action): Refusal | null {
  const no = action === 'edit' ? recordRefusal(actor, members) : publishRefusal(actor)
  if (no) return no
  if (next(lifecycle, it.status, action) === undefined) return wrongStatus('这项成果')
  return action === 'publish' && !members.some(isPublic)
    ? conflict('nothing-public', '关联的建议都不公开，这项成果不能公布。')
    : null
}

export function allowed(actor: Actor, it: { status: Status }, members: readonly Brief[]): Action[] {
  return actions.filter((action) => refusal(actor, it, members, action) === null)
}

/** Who records an outcome: 代表工委, or the unit that handled every one of its suggestions. */
export function recordRefusal(actor: Actor, members: readonly Brief[]): Refusal | null {
  if (actor.roles.has('deputies_affairs') || members.every((it) => it.unitIds.some((unitId) => isOfUnit(actor, unitId))))
    return null
  return forbidden('not-your-part', '成果由代表工作委员会登记，或者由全部关联建议的承办单位登记。需要时请与他们联系。')
}

function publishRefusal(actor: Actor): Refusal | null {
  if (actor.roles.has('deputies_affairs')) return null
  return forbidden('not-your-part', '公布成果由代表工作委员会来做。需要时请与他们联系。')
}

/** Offices, whose suggestion it came of, and everybody once it is published. */
export function maySee(actor: Actor, it: { status: Status }, members: readonly Brief[]): boolean {
  if (seesEverything(actor) || members.some((one) => isTheirs(actor, one))) return true
  return isShownPublicly(it, members)
}

/** An outcome of confidential suggestions alone never leaves the house, even if it was published before they became so. */
export function isShownPublicly(it: { status: Status }, members: readonly Brief[]): boolean {
  return it.status === 'published' && members.some(isPublic)
}

/** What is wrong with the figures of an outcome, at which field; null where they are whole. 12条 belongs to a policy alone. */
export function figureFault(it: { kind: Kind; measures: number | null }): { path: string; message: string } | null {
  const isPolicy = it.kind === 'policy_output'
  if (isPolicy && it.measures === null) return { path: 'measures', message: '政策举措要写明有多少条。' }
  if (!isPolicy && it.measures !== null) return { path: 'measures', message: '只有政策举措才填条数，请清空这一栏。' }
  return null
}
