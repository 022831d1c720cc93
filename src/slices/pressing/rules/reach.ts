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
  readonly cosignerIds: readonly string[]
  readonly deputyName: string
  readonly isConfidential: boolean
  readonly submittedOn: string | null
  readonly handedOverOn: string | null
  readonly repliedOn: string | null
}

const offices: readonly Role[] = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader']

/** True for the offices of the congress, which see all that is pressed for. */
export function seesEverything(actor: Actor): boolean {
  return offices.some((role) => actor.roles.has(role))
}

/** True where this deputy put the suggestion or joined it, or this handler's unit handles it, alone or with others. */
export function isTheirs(actor: Actor, it: Pick<Brief, 'leadDeputyId' | 'cosignerIds' | 'unitIds'>): boolean {
  const { deputyId } = actor
  if (actor.roles.has('deputy') && deputyId !== null && (deputyId === it.leadDeputyId || it.cosignerIds.includes(deputyId)))
    return true
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
  return mayOpen(actor, it) || isPublic(it)
}

/**
 * True when this reader may open the suggestion itself, as its own slice decides (SUG-33): what is confidential is kept to the
 * deputies' committee beside its deputies and units.
 */
export function mayOpen(actor: Actor, it: Brief): boolean {
  if (isTheirs(actor, it)) return true
  if (it.submittedOn === null) return false
  return it.isConfidential ? actor.roles.has('deputies_affairs') : seesEverything(actor)
}
