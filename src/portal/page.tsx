import type { ReactNode } from 'react'

import { LocaleContext } from '#lib/ui/locale.tsx'
import type { Locale } from '#lib/pure/words.ts'
import { pick } from '#lib/pure/words.ts'

import { canonicalPath } from './address.ts'
import { Footer, Header } from './page-frame.tsx'
import { words } from './words.ts'

export type NavItem = {
  label: string
  href: string
  /** Further path beginnings that belong to this item, e.g. `/stations` to `代表与站点`. */
  also?: readonly string[]
}

export type CongressFace = {
  /** `示例市人大` */
  name: string
  /** The body that answers for the site; shown as 主办单位. */
  organiser?: string
  /** Hue 0–359 of a white-label accent; the style sheet of that accent is served beside the main one. */
  accentHue?: number
  /** Address of the official emblem that an administrator uploaded; the product ships without one. */
  emblem?: string
  siteCode?: string
  icp?: string
  police?: string
}

/** What the server knows of a request before it knows the page: pages pass it on, `<Page {...frame} title="…">`. */
export type Frame = {
  congress: CongressFace
  /** Path and query of this page as requested. */
  path: string
  /** `https://city.example`, for canonical addresses and feeds. */
  origin: string
  locale: Locale
  view: 'standard' | 'big'
  /** `auto` follows the system. */
  theme: 'auto' | 'light' | 'dark'
  /** At most five; only pages that exist. */
  nav: readonly NavItem[]
  footer: readonly NavItem[]
  /** Addresses of the style sheets and of the optional enhancement module. */
  assets: { css: readonly string[]; script?: string }
  /** Address of the search page; absent where there is none. */
  searchHref?: string
  /** 登录, or 工作台 for someone signed in. */
  account?: NavItem
}

export type Feed = {
  title: string
  href: string
  type?: 'application/atom+xml' | 'text/calendar' | 'text/csv' | 'application/json'
}

export type PageProps = Frame & {
  /** Without the name of the site. */
  title: string
  description?: string
  feeds?: readonly Feed[]
  /** Path to this page, 首页 first, without the page itself. */
  crumbs?: readonly NavItem[]
  /** The form came back with errors: the title says so (`错误：…`). */
  hasErrors?: boolean
  /** Not for search engines: receipts, results of a look-up. */
  isPrivate?: boolean
  /** Further elements of `<head>`. */
  head?: ReactNode
  /** schema.org data, e.g. Legislation. */
  jsonLd?: Record<string, unknown>
  children: ReactNode
}

const MOST_NAV_ITEMS = 5

/** A whole document of the public portal. Works without JavaScript and under a policy without inline styles or scripts. */
export function Page(props: PageProps) {
  const { locale, view, theme, children, nav } = props
  const t = pick(locale, words)
  if (nav.length > MOST_NAV_ITEMS) throw new Error(`The top bar holds ${MOST_NAV_ITEMS} items, not ${nav.length}`)
  return (
    <LocaleContext value={locale}>
      <html lang={locale} data-view={view} data-theme={theme}>
        <Head {...props} />
        <body>
          <a className="skip" href="#main">
            {t.skip}
          </a>
          <Header {...props} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Footer {...props} />
        </body>
      </html>
    </LocaleContext>
  )
}

function Head({
  title,
  description,
  feeds = [],
  head,
  jsonLd,
  hasErrors,
  isPrivate,
  congress,
  path,
  origin,
  locale,
  assets,
}: PageProps) {
  const t = pick(locale, words)
  const canonical = origin + canonicalPath(path)
  const name = title === congress.name ? title : `${title} - ${congress.name}`
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{hasErrors ? t.errorTitle + name : name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {isPrivate && <meta name="robots" content="noindex" />}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={congress.name} />
      <link rel="canonical" href={canonical} />
      {assets.css.map((href) => (
        <link rel="stylesheet" href={href} key={href} />
      ))}
      {feeds.map((feed) => (
        <link rel="alternate" type={feed.type ?? 'application/atom+xml'} title={feed.title} href={feed.href} key={feed.href} />
      ))}
      {assets.script && <script type="module" src={assets.script} />}
      {jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(jsonLd) }} />}
      {head}
    </head>
  )
}

/** JSON that cannot end the script element it stands in. */
function safeJson(value: Record<string, unknown>): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
