import { createContext } from 'react'

import type { Found } from '#kernel/search/contract.ts'

import type { Person } from './page.ts'

/** Where a thing that was found is shown: a page of the workbench, or an address of the public site. */
export type Place = { to: string } | { href: string }

/** The place of each kind of thing for a person, null where they have none; filled by the composition root. */
export type Places = Readonly<Record<string, (found: Pick<Found, 'id' | 'title'>, person: Person) => Place | null>>

export const PlacesContext = createContext<Places>({})
