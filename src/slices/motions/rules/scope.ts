import type { Actor } from '#kernel/identity/contract.ts'
import { seesEverything } from './may.ts'

/** Which motions a list may hold; the list form of `maySee`. */
export type Scope =
  | { readonly kind: 'own'; readonly deputyId: string }
  | { readonly kind: 'committee'; readonly unitId: string }
  | { readonly kind: 'office' }
  | { readonly kind: 'public' }

/** The widest scope an actor has. A deputy without a seat or a clerk without a committee sees an empty list, not everything. */
export function scopeOf(actor: Actor): Scope {
  if (seesEverything(actor)) return { kind: 'office' }
  if (actor.roles.has('special_committee')) return { kind: 'committee', unitId: actor.unitId ?? NOBODY }
  return { kind: 'own', deputyId: actor.deputyId ?? NOBODY }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
