import type { Actor } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { isOfUnit, isTheirs, seesEverything, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { actions, type Action, type Status } from '../contract.ts'
import { isDecided, lifecycle } from './lifecycle.ts'

/** What a decision needs to know of a key topic. `members` is how many suggestions it has. */
export interface Facts {
  readonly status: Status
  readonly leadCommitteeId: string
  readonly members: number
}

type Part = 'affairs' | 'leadCommittee' | 'proposer'

/** `proposer`: the lead committee until the deputies' committee has compiled it, then that one alone. */
const part: Readonly<Record<Action, Part>> = {
  edit: 'proposer',
  addMember: 'proposer',
  removeMember: 'proposer',
  compile: 'affairs',
  drop: 'affairs',
  decide: 'affairs',
  start: 'leadCommittee',
  report: 'leadCommittee',
  conclude: 'leadCommittee',
}

/** Why `actor` may not do `action` now, or null. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (!isTheirPart(actor, it, part[action]))
    return forbidden('not-your-part', `这一步由${whose(it, part[action])}来做。需要时请与他们联系。`)
  if (next(lifecycle, it.status, action) === undefined) return wrongStatus('这个重点督办选题')
  return conditions[action]?.(it) ?? null
}

export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

/** Offices see every topic; a unit and a deputy those that were decided and hold something of theirs. */
export function maySee(actor: Actor, it: { status: Status; unitIds: readonly string[] }, members: readonly Brief[]): boolean {
  if (seesEverything(actor)) return true
  if (!isDecided(it.status)) return false
  return it.unitIds.some((unitId) => isOfUnit(actor, unitId)) || members.some((one) => isTheirs(actor, one))
}

function isTheirPart(actor: Actor, it: Facts, whosePart: Part): boolean {
  if (actor.roles.has('deputies_affairs')) return true
  if (whosePart === 'affairs' || !leads(actor, it)) return false
  return whosePart === 'leadCommittee' || it.status === 'proposed'
}

function leads(actor: Actor, { leadCommitteeId }: Facts): boolean {
  return actor.roles.has('special_committee') && actor.unitId === leadCommitteeId
}

function whose({ status }: Facts, whosePart: Part): string {
  if (whosePart === 'affairs' || (whosePart === 'proposer' && status !== 'proposed')) return '代表工作委员会'
  return '牵头的专门委员会或者代表工作委员会'
}

const conditions: Readonly<Partial<Record<Action, (it: Facts) => Refusal | null>>> = {
  compile: needsMembers,
  decide: needsMembers,
  removeMember: (it) =>
    isDecided(it.status) && it.members === 1
      ? conflict('last-member', '这是选题里的最后一件建议，不能移出。请先加入别的建议，或者办结这个选题。')
      : null,
}

function needsMembers({ members }: Facts): Refusal | null {
  return members > 0 ? null : conflict('no-members', '选题里还没有建议。请先加入至少一件建议。')
}
