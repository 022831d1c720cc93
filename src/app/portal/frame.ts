import type { FastifyReply, FastifyRequest } from 'fastify'
import { pick } from '#lib/pure/words.ts'
import { frameWords, type Frame } from '#portal/kit.ts'
import { LOCALE_COOKIE, localeOf } from '../http/locale.ts'
import { congressOf } from '../http/tenant.ts'

const VIEW_COOKIE = 'minyi_view'
const THEME_COOKIE = 'minyi_theme'

/** What a page needs of its request: the congress's face, the reader's choices, the bars around it. */
export function frameOf(request: FastifyRequest, css: string): Frame {
  const congress = congressOf(request)
  const locale = localeOf(request)
  const t = pick(locale, frameWords)
  return {
    congress: { name: congress.shortName, organiser: congress.name },
    path: request.url,
    origin: `${request.protocol}://${request.host}`,
    locale,
    view: choice(request, 'v', VIEW_COOKIE) === 'big' ? 'big' : 'standard',
    theme: themeOf(choice(request, 'theme', THEME_COOKIE)),
    nav: [
      { label: t.nav.home, href: '/' },
      {
        label: t.nav.suggestions,
        href: '/suggestions',
        also: ['/units', '/motions', '/outcomes', '/face-to-face', '/key-topics'],
      },
      { label: t.nav.open, href: '/open' },
    ],
    footer: [
      { label: t.footer.accessibility, href: '/about/accessibility' },
      { label: t.footer.privacy, href: '/about/privacy' },
      { label: t.footer.corrections, href: '/about/corrections' },
      { label: t.footer.api, href: '/api/docs' },
    ],
    assets: { css: [css] },
    searchHref: '/suggestions#f-q',
    account: { label: t.workbench, href: '/workbench/' },
  }
}

const A_YEAR = 31_536_000

/** 大字, 深色 and the language are chosen by links; the cookie keeps them on the next page, and the workbench reads and sets it too. */
export function rememberChoices(request: FastifyRequest, reply: FastifyReply): void {
  const query = request.query as Record<string, unknown>
  const choices = { v: VIEW_COOKIE, theme: THEME_COOKIE, lang: LOCALE_COOKIE }
  for (const [name, cookie] of Object.entries(choices)) {
    const value = query[name]
    if (typeof value !== 'string' || !/^[\w-]{2,10}$/.test(value)) continue
    reply.setCookie(cookie, value, { path: '/', maxAge: A_YEAR, sameSite: 'lax' })
  }
}

function choice(request: FastifyRequest, name: string, cookie: string): unknown {
  return (request.query as Record<string, unknown>)[name] ?? request.cookies[cookie]
}

function themeOf(value: unknown): Frame['theme'] {
  return value === 'dark' || value === 'light' ? value : 'auto'
}
