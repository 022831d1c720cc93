import * as z from 'zod'

/** Sends the browser on. `to` comes from the program itself, never unchecked from a request. */
export interface RedirectAnswer {
  redirectTo: string
}

/** The `ok` of an operation that is a browser's journey and not JSON. */
export const redirectAnswer = z.custom<RedirectAnswer>()

/**
 * A path of this very site from what a request asked for, or null: no other host, no `//host`, no `/\host`, no control characters,
 * and nothing that means something else once it is resolved.
 */
export function samePath(asked: string | undefined): string | null {
  // oxlint-disable-next-line no-control-regex
  if (!asked || !asked.startsWith('/') || /^\/[/\\]|[\u0000-\u001f\\]/.test(asked)) return null
  const base = 'http://site.invalid'
  if (!URL.canParse(asked, base)) return null
  const { origin, pathname, search, hash } = new URL(asked, base)
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}
