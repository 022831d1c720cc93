import type { FastifyRequest } from 'fastify'
import type { Locale } from '#lib/pure/words.ts'

export const LOCALE_COOKIE = 'minyi_locale'

/** Chinese unless a person chose English by the link or the cookie; browsers' own wishes do not count in an official service. */
export function localeOf(request: FastifyRequest): Locale {
  // From the address itself: a checked query keeps only what its operation declares.
  const asked = /[?&]lang=([\w-]+)/.exec(request.url)?.[1] ?? request.cookies[LOCALE_COOKIE]
  return asked === 'en' ? 'en' : 'zh-CN'
}
