import type { Actor, Role } from '#kernel/identity/contract.ts'
import type { Status } from '#slices/suggestions/contract.ts'

/** What this slice knows of a suggestion that it names by id. Days are Beijing days. */
export interface Brief {
  readonly id: string
  readonly reference: string | null
  readonly number: number | null
  readonly title: string
  readonly status: Status
  readonly unitId: string | null
  readonly unitName: string | null
  /** Every unit that handles it now; `unitId` is the one that leads. */
  readonly unitIds: readonly string[]
  readonly leadDeputyId: string
  readonly deputyName: string
  readonly isConfidential: boolean
  readonly handedOverOn: string | null
  readonly repliedOn: string | null
}

const offices: readonly Role[] = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader']

/** True for the offices of the congress, which see all that is pressed for. */
export function seesEverything(actor: Actor): boolean {
  return offices.some((role) => actor.roles.has(role))
}

/** True where the suggestion is this deputy's own or is handled by this handler's unit, alone or with others. */
export function isTheirs(actor: Actor, it: Pick<Brief, 'leadDeputyId' | 'unitIds'>): boolean {
  if (actor.roles.has('deputy') && actor.deputyId === it.leadDeputyId) return true
  return it.unitIds.some((unitId) => isOfUnit(actor, unitId))
}

export function isOfUnit(actor: Actor, unitId: string | null): boolean {
  return actor.roles.has('handling_unit') && unitId !== null && actor.unitId === unitId
}

/** What anybody may be told of: registered, not taken back, never confidential (A1.3, art 18 重庆). */
export function isPublic(it: Pick<Brief, 'reference' | 'status' | 'isConfidential'>): boolean {
  return it.reference !== null && it.status !== 'withdrawn' && !it.isConfidential
}

/** True when a page may name this suggestion to this reader. */
export function mayName(actor: Actor, it: Brief): boolean {
  return seesEverything(actor) || isTheirs(actor, it) || isPublic(it)
}
