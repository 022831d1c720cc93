import { defineFor } from '#lib/http/contract.ts'

/** The roles of product.md 6.2. The three administrators are separate: no account may hold two of them (GB/T 22239). */
export const roles = [
  'station_liaison',
  'deputy',
  'deputies_affairs',
  'special_committee',
  'legislative_affairs',
  'supervision_office',
  'handling_unit',
  'department',
  'leader',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof roles)[number]

/** Who may call an operation: anyone, anyone signed in, or the roles named. */
export type Audience = Role | 'public' | 'signed_in'

export const define = defineFor<Audience>()

/** Who is acting. Passed on, never ambient. `unitId` is the unit a person works for, `deputyId` the deputy a person is. */
export interface Actor {
  readonly id: string
  readonly congressId: number
  readonly name: string
  readonly roles: ReadonlySet<Role>
  readonly unitId: string | null
  readonly deputyId: string | null
}

/** True when one of the audience fits; `actor` is null for a visitor who has not signed in. */
export function isAudience(actor: Actor | null, audience: readonly Audience[]): boolean {
  return audience.some((it) => it === 'public' || (actor !== null && (it === 'signed_in' || actor.roles.has(it))))
}
