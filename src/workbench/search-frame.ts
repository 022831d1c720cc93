import { createContext, useContext } from 'react'

/** Opens the search of ⌘K, with words to begin with. Outside the shell it does nothing. */
export const OpenSearchContext = createContext<(words?: string) => void>(() => {})

export function useOpenSearch(): (words?: string) => void {
  return useContext(OpenSearchContext)
}
