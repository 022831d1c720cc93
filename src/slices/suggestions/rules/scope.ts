import type { Actor } from '#kernel/identity/contract.ts'
import { seesEverything } from './may.ts'

/** Which suggestions a list may hold; the list form of `maySee`. */
export type Scope =
  | { readonly kind: 'own'; readonly deputyId: string }
  | { readonly kind: 'cosigned'; readonly deputyId: string }
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'office'; readonly seesConfidential: boolean }
  | { readonly kind: 'public' }

/** The widest scope an actor has. A deputy without a seat or a handler without a unit sees an empty list, not everything. */
export function scopeOf(actor: Actor): Scope {
  if (seesEverything(actor)) return { kind: 'office', seesConfidential: actor.roles.has('deputies_affairs') }
  if (actor.roles.has('handling_unit')) return { kind: 'unit', unitId: actor.unitId ?? NOBODY }
  return { kind: 'own', deputyId: actor.deputyId ?? NOBODY }
}

/** What a deputy is asked to join or has joined. */
export function cosignedScope(actor: Actor): Scope {
  return { kind: 'cosigned', deputyId: actor.deputyId ?? NOBODY }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
