import type { FastifyRequest } from 'fastify'
import type { Locale } from '#lib/pure/words.ts'

export const LOCALE_COOKIE = 'minyi_locale'

/** Chinese unless a person chose English by the link or the cookie; browsers' own wishes do not count in an official service. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang ?? request.cookies[LOCALE_COOKIE]
  return asked === 'en' ? 'en' : 'zh-CN'
}
