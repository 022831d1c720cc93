import { pick } from '#lib/pure/words.ts'

import { withQuery } from './address.ts'
import type { Frame, NavItem, PageProps } from './page.tsx'
import { words } from './words.ts'

/** Name and emblem, tools, and the top bar of at most five items. */
export function Header(props: PageProps) {
  const { congress, nav, path, locale, crumbs = [] } = props
  const t = pick(locale, words)
  return (
    <header className="site-head">
      <div className="wrap site-top">
        <a className="brand" href="/">
          {congress.emblem && <img src={congress.emblem} alt="" width="40" height="40" />}
          <span>{congress.name}</span>
        </a>
        <Tools {...props} />
      </div>
      {nav.length > 0 && (
        <nav className="site-nav" aria-label={t.mainNav}>
          <ul className="wrap">
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={currentOf(item, path)}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {crumbs.length > 0 && (
        <nav className="wrap crumbs" aria-label={t.crumbs}>
          <ol>
            {crumbs.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </header>
  )
}

function Tools({ path, locale, view, theme, searchHref, account }: Frame) {
  const t = pick(locale, words)
  const links: NavItem[] = [
    ...(searchHref ? [{ label: t.search, href: searchHref }] : []),
    view === 'big'
      ? { label: t.standard, href: withQuery(path, { v: 'standard' }) }
      : { label: t.big, href: withQuery(path, { v: 'big' }) },
    theme === 'dark'
      ? { label: t.light, href: withQuery(path, { theme: 'light' }) }
      : { label: t.dark, href: withQuery(path, { theme: 'dark' }) },
    { label: t.otherLocale, href: withQuery(path, { lang: locale === 'en' ? 'zh-CN' : 'en' }) },
    ...(account ? [account] : []),
  ]
  return (
    <nav className="tools" aria-label={t.tools}>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href} lang={label === t.otherLocale ? (locale === 'en' ? 'zh-CN' : 'en') : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Who publishes the site, the marks that the state asks for, and the pages every public site owes. */
export function Footer({ congress, footer, locale }: PageProps) {
  const t = pick(locale, words)
  const marks = [
    [t.organiser, congress.organiser ?? congress.name],
    [t.siteCode, congress.siteCode],
    [t.icp, congress.icp],
    [t.police, congress.police],
  ].filter(([, value]) => value)
  return (
    <footer className="site-foot">
      <div className="wrap">
        {footer.length > 0 && (
          <nav aria-label={t.footerNav}>
            <ul className="foot-links">
              {footer.map(({ label, href }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <ul className="foot-marks">
          {marks.map(([name, value]) => (
            <li key={name}>
              {name} {value}
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

/** `page` on the page itself, `true` on a page below it. */
function currentOf(item: NavItem, path: string): 'page' | 'true' | undefined {
  const [bare = '/'] = path.split('?')
  if (bare === item.href) return 'page'
  const starts = [item.href, ...(item.also ?? [])].filter((start) => start !== '/')
  return starts.some((start) => bare === start || bare.startsWith(`${start}/`)) ? 'true' : undefined
}
