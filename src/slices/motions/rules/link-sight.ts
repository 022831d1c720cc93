import type { Actor } from '#kernel/identity/contract.ts'

/** What decides whether a suggestion may be named beside a motion. */
export interface Nameable {
  readonly isConfidential: boolean
  readonly isWithdrawn: boolean
  readonly reference: string | null
  readonly leadDeputyId: string
}

/** Beside a public motion stands only what is public itself: numbered, not taken back, not kept confidential. */
export function isNamedInPublic(it: Nameable): boolean {
  return it.reference !== null && !it.isWithdrawn && !it.isConfidential
}

/** A confidential suggestion is named to the deputies' committee and to its own lead deputy, also where a motion became it. */
export function isNamedTo(actor: Actor, it: Nameable): boolean {
  return !it.isConfidential || actor.roles.has('deputies_affairs') || actor.deputyId === it.leadDeputyId
}
