import { createContext, useContext } from 'react'

import type { Person } from './page.ts'

export const PersonContext = createContext<Person | null>(null)

/** Who is signed in. Only below the shell, which shows nothing to a stranger. */
export function usePerson(): Person {
  const person = useContext(PersonContext)
  if (!person) throw new Error('usePerson is for pages below the shell')
  return person
}
