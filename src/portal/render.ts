import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A `Page` as a whole HTML document. React escapes every text; nothing of it needs a script. */
export function render(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
