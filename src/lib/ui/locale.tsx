import { createContext, useContext } from 'react'

import type { Locale, Words } from '#lib/pure/words.ts'
import { pick } from '#lib/pure/words.ts'

/** The language of the page being drawn; `Page` of the portal and the root of the workbench provide it. */
export const LocaleContext = createContext<Locale>('zh-CN')

/** The dictionary of the page's language. */
export function useWords<D>(words: Words<D>): D {
  return pick(useContext(LocaleContext), words)
}

/** The page's language. */
export function useLocale(): Locale {
  return useContext(LocaleContext)
}
