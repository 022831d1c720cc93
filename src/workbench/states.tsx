import { Button } from 'antd'
import type { ReactNode } from 'react'
import { use, useEffect, useState } from 'react'

import { useWords } from '#lib/ui/locale.tsx'
import type { Role } from '#kernel/identity/contract.ts'

import { usePerson } from './person.tsx'
import { pathWords } from './path-words.ts'
import { Problem } from './problem.ts'
import { useOpenSearch } from './search-frame.ts'
import { WithinPage } from './within-page.ts'
import { words } from './words.ts'

/** Why there is nothing, and one next step. */
export function EmptyState({
  why,
  action,
}: {
  why: string
  action?: { label: string; onClick: () => void } | { label: string; href: string }
}) {
  return (
    <div className="state">
      <p>{why}</p>
      {action &&
        ('href' in action ? (
          <Button href={action.href}>{action.label}</Button>
        ) : (
          <Button onClick={action.onClick}>{action.label}</Button>
        ))}
    </div>
  )
}

/** Grey rows while something is on its way; nothing in the first 300 ms, a sentence after 10 s. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const t = useWords(words)
  const isWithin = use(WithinPage)
  const waited = useWaited()
  if (waited === 'moment') return <div className="loading" aria-busy="true" />
  return (
    <div className="loading" role="status" aria-busy="true">
      {isWithin ? <span className="hidden">{t.loading}</span> : <h1 className="hidden">{t.loading}</h1>}
      {Array.from({ length: rows }, (_, at) => (
        <div className="bone" key={at} />
      ))}
      {waited === 'long' && <p>{t.loadingSlow}</p>}
    </div>
  )
}

function useWaited(): 'moment' | 'some' | 'long' {
  const [waited, setWaited] = useState<'moment' | 'some' | 'long'>('moment')
  useEffect(() => {
    const some = setTimeout(() => setWaited('some'), 300)
    const long = setTimeout(() => setWaited('long'), 10_000)
    return () => {
      clearTimeout(some)
      clearTimeout(long)
    }
  }, [])
  return waited
}

/** What went wrong in the words of the server, and the way on; with a heading where it stands in place of a page. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords(words)
  const isWithin = use(WithinPage)
  const sentence = error instanceof Problem ? error.message : t.unexpected
  if (error instanceof Problem && error.status === 404) return <NotFound sentence={sentence} />
  return (
    <div className="state is-failed" role="alert">
      {!isWithin && <h1>{t.failedTitle}</h1>}
      <p>{sentence}</p>
      <Button onClick={onRetry ?? (() => window.location.reload())}>{onRetry ? t.retry : t.reload}</Button>
    </div>
  )
}

/** No such page, or none that this person may see. A mistyped address is offered to the search in its own words. */
export function NotFound({ sentence }: { sentence?: string }) {
  const t = useWords(words)
  const openSearch = useOpenSearch()
  const asked = sentence === undefined ? pathWords(window.location.pathname) : ''
  return (
    <StatePage title={t.notFoundTitle}>
      <p>{sentence ?? t.notFound}</p>
      <div className="action-bar">
        {asked !== '' && (
          <Button type="primary" onClick={() => openSearch(asked)}>
            {t.searchWords(asked)}
          </Button>
        )}
        <Button type={asked === '' ? 'primary' : 'default'} href="/workbench/">
          {t.goHome}
        </Button>
      </div>
    </StatePage>
  )
}

/** The page exists but belongs to other roles: says whose it is. */
export function NoPermission({ roles }: { roles: readonly Role[] }) {
  const t = useWords(words)
  const person = usePerson()
  const name = (list: readonly Role[]) => list.map((role) => t.roles[role]).join('、')
  return (
    <StatePage title={t.noPermissionTitle}>
      <p>{t.noPermission(name(roles), name(person.roles))}</p>
      <Button type="primary" href="/workbench/">
        {t.goHome}
      </Button>
    </StatePage>
  )
}

/** The landing place of a role whose part of the product is not in use. */
export function NothingYet() {
  const t = useWords(words)
  const roles = usePerson()
    .roles.map((role) => t.roles[role])
    .join('、')
  return (
    <StatePage title={t.nothingYetTitle}>
      <p>{t.nothingYet(roles)}</p>
      <Button type="primary" href="/suggestions">
        {t.publicSite}
      </Button>
    </StatePage>
  )
}

function StatePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="state">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
