import { Link, Outlet } from '@tanstack/react-router'
import { createContext, Suspense, useContext } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { Icon } from './icon.tsx'
import { setLook, useLooks } from './looks.ts'
import { Offline } from './offline.tsx'
import { Overlays } from './overlays.tsx'
import type { WorkbenchPage } from './page.ts'
import { mayOpen, railOf } from './page.ts'
import { usePerson } from './person.tsx'
import { isMac } from './platform.ts'
import { PrintFoot } from './print.tsx'
import { useOpenSearch } from './search-frame.ts'
import { SlotsContext } from './slot.tsx'
import { Loading } from './states.tsx'
import { words } from './words.ts'

export type ShellGiven = { onSignOut: () => void }

export const ShellContext = createContext<ShellGiven>({ onSignOut: () => {} })

/** Places in the tabs of a phone beside 更多; long words need the room in large text. */
const PHONE_TABS = { standard: 4, big: 3 }

/** Banner, rail (desktop) or tabs (phone), top bar, page. */
export function Shell({ pages }: { pages: readonly WorkbenchPage[] }) {
  const t = useWords(words)
  const rail = railOf(pages, usePerson())
  const tabs = PHONE_TABS[useLooks().view]
  return (
    <Overlays pages={pages}>
      <div className="shell">
        <a className="skip" href="#main">
          {t.skip}
        </a>
        <aside className="banner" aria-label={t.bannerLabel}>
          {t.banner}
        </aside>
        <TopBar pages={pages} />
        <nav className="rail" aria-label={t.mainNav}>
          <ul>
            {rail.slice(0, tabs).map((page) => (
              <RailItem page={page} key={page.path} />
            ))}
            {rail.slice(tabs).map((page) => (
              <RailItem page={page} key={page.path} isBeyondTabs />
            ))}
          </ul>
          {rail.length > tabs && <MoreTabs pages={rail.slice(tabs)} />}
        </nav>
        <main id="main" tabIndex={-1}>
          <Offline />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <PrintFoot />
      </div>
    </Overlays>
  )
}

function RailItem({ page, isBeyondTabs = false }: { page: WorkbenchPage; isBeyondTabs?: boolean }) {
  const label = useWords(page.rail?.label ?? page.title)
  return (
    <li className={isBeyondTabs ? 'is-beyond' : undefined}>
      <Link to={page.path} activeOptions={{ exact: page.path === '/', includeSearch: false }}>
        <Icon name={page.rail?.icon ?? 'todo'} />
        <span>{label}</span>
      </Link>
    </li>
  )
}

/** The rest of the rail on a phone, in a list that opens above the tabs. */
function MoreTabs({ pages }: { pages: readonly WorkbenchPage[] }) {
  const t = useWords(words)
  return (
    <details className="more-tabs" onClick={closeOnChoice}>
      <summary>
        <Icon name="more" />
        <span>{t.moreNav}</span>
      </summary>
      <ul>
        {pages.map((page) => (
          <RailItem page={page} key={page.path} />
        ))}
      </ul>
    </details>
  )
}

function TopBar({ pages }: { pages: readonly WorkbenchPage[] }) {
  const t = useWords(words)
  const person = usePerson()
  const { tasks: Tasks, bell: Bell } = useContext(SlotsContext)
  return (
    <header className="top">
      <Link className="top-name" to="/">
        {person.congressName}
        <span className="top-product">{t.title}</span>
      </Link>
      <div className="top-tools">
        <SearchTool />
        {Tasks && (
          <Suspense>
            <Tasks />
          </Suspense>
        )}
        {Bell && (
          <Suspense>
            <Bell />
          </Suspense>
        )}
        <AccountMenu pages={pages} />
      </div>
    </header>
  )
}

function SearchTool() {
  const t = useWords(words)
  const open = useOpenSearch()
  return (
    <button type="button" className="tool" onClick={() => open()}>
      <Icon name="search" />
      <span>{t.search}</span>
      <kbd>{isMac() ? '⌘K' : 'Ctrl+K'}</kbd>
    </button>
  )
}

function AccountMenu({ pages }: { pages: readonly WorkbenchPage[] }) {
  const t = useWords(words)
  const person = usePerson()
  const looks = useLooks()
  const { onSignOut } = useContext(ShellContext)
  const choices = [
    looks.view === 'big'
      ? { label: t.standard, act: () => setLook('view', 'standard') }
      : { label: t.big, act: () => setLook('view', 'big') },
    looks.theme === 'dark'
      ? { label: t.light, act: () => setLook('theme', 'light') }
      : { label: t.dark, act: () => setLook('theme', 'dark') },
    { label: looks.isDense ? t.roomy : t.dense, act: () => setLook('isDense', !looks.isDense) },
    { label: looks.hasKeys ? t.keysOff : t.keysOn, act: () => setLook('hasKeys', !looks.hasKeys) },
    { label: t.otherLocale, act: () => setLook('locale', looks.locale === 'en' ? 'zh-CN' : 'en') },
    { label: t.signOut, act: onSignOut },
  ]
  return (
    <details className="account" onClick={closeOnChoice}>
      <summary className="tool">
        <Icon name="person" />
        <span className="account-name">{person.name}</span>
      </summary>
      <div className="account-menu">
        <p>
          <b>{person.name}</b>
          <span>{[person.unitName, ...person.roles.map((role) => t.roles[role])].filter(Boolean).join(' · ')}</span>
        </p>
        <ul>
          {pages
            .filter((page) => page.isInMenu && mayOpen(page, person))
            .map((page) => (
              <MenuItem page={page} key={page.path} />
            ))}
          {choices.map(({ label, act }) => (
            <li key={label}>
              <button type="button" onClick={act}>
                {label}
              </button>
            </li>
          ))}
          <li>
            <a href="/">{t.publicSite}</a>
          </li>
        </ul>
      </div>
    </details>
  )
}

function MenuItem({ page }: { page: WorkbenchPage }) {
  return (
    <li>
      <Link to={page.path}>{useWords(page.title)}</Link>
    </li>
  )
}

function closeOnChoice(event: React.MouseEvent<HTMLDetailsElement>): void {
  if (event.target instanceof Element && event.target.closest('li')) event.currentTarget.open = false
}
