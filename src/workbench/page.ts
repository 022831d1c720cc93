import type { ComponentType } from 'react'

import type { Role } from '#kernel/identity/contract.ts'
import type { Words } from '#lib/pure/words.ts'

import type { IconName } from './icon.tsx'

/** Who is signed in, as the shell needs it. */
export type Person = {
  id: string
  name: string
  roles: readonly Role[]
  /** `市房产局`, `城区代表团`. */
  unitName?: string
  congressName: string
}

/** One page of the workbench; slices list theirs, the composition root passes them all to `startWorkbench`. */
export type WorkbenchPage = {
  /** Below `/workbench`, with parameters as `/suggestions/$id`. */
  path: string
  title: Words<string>
  /** Who may open it; the server decides again for every call. */
  roles: readonly Role[] | 'everyone'
  /** Its own chunk: `() => import('./desk.tsx')`, default export. */
  component: () => Promise<{ default: ComponentType }>
  /** A place in the rail (desktop) and the tabs (phone); order per role where it differs (product.md 6.2). */
  rail?: { order: number | Partial<Record<Role, number>>; icon: IconName; label?: Words<string> }
  /** `G` and then this key goes there; `G D` is the first page of everybody. */
  goKey?: 's' | 'l' | 'o'
  /** A line in the menu under the person's name. */
  isInMenu?: true
}

/** Pages that a person's roles may open. */
export function mayOpen(page: Pick<WorkbenchPage, 'roles'>, person: Pick<Person, 'roles'>): boolean {
  return page.roles === 'everyone' || page.roles.some((role) => person.roles.includes(role))
}

/** The rail of a person: allowed pages with a place, by the smallest order that one of the person's roles gives. */
export function railOf(pages: readonly WorkbenchPage[], person: Pick<Person, 'roles'>): WorkbenchPage[] {
  return pages
    .filter((page) => page.rail && mayOpen(page, person) && Number.isFinite(orderFor(page, person)))
    .sort((a, b) => orderFor(a, person) - orderFor(b, person))
}

/** The landing page: the first of the rail. */
export function homeOf(pages: readonly WorkbenchPage[], person: Pick<Person, 'roles'>): string {
  return railOf(pages, person)[0]?.path ?? '/'
}

function orderFor({ rail }: WorkbenchPage, { roles }: Pick<Person, 'roles'>): number {
  if (!rail) return Infinity
  const { order } = rail
  return typeof order === 'number' ? order : Math.min(...roles.map((role) => order[role] ?? Infinity))
}
