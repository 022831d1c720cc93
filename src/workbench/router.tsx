import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { createElement, lazy, useEffect } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { WorkbenchPage } from './page.ts'
import { homeOf, mayOpen } from './page.ts'
import { usePerson } from './person.tsx'
import { Shell } from './shell.tsx'
import { Failed, Loading, NoPermission, NotFound, NothingYet } from './states.tsx'

/** Routes of all pages, each in its own chunk, behind the role check; `/` leads to the first place of the person's rail. */
export function buildRouter(pages: readonly WorkbenchPage[]) {
  const root = createRootRoute({
    component: () => <Shell pages={pages} />,
    notFoundComponent: () => <NotFound />,
  })
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => <Home pages={pages} /> })
  const routes = pages
    .filter(({ path }) => path !== '/')
    .map((page) => createRoute({ getParentRoute: () => root, path: page.path, component: guarded(page) }))
  return createRouter({
    routeTree: root.addChildren([home, ...routes]),
    basepath: '/workbench',
    defaultPendingMs: 300,
    defaultPendingComponent: () => <Loading />,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
    defaultNotFoundComponent: () => <NotFound />,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: plainSearch,
  })
}

/** Plain `?state=late&unit=3`: addresses that people read, share and type. */
function plainSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

function Home({ pages }: { pages: readonly WorkbenchPage[] }) {
  const person = usePerson()
  const own = pages.find((page) => page.path === '/' && mayOpen(page, person))
  const first = homeOf(pages, person)
  if (own) return createElement(guarded(own))
  return first === '/' ? <NothingYet /> : <Navigate to={first} replace />
}

const guardedPages = new WeakMap<WorkbenchPage, () => ReactNode>()

/** One component per page and program, so that a redraw of the shell never remounts the page. */
function guarded(page: WorkbenchPage): () => ReactNode {
  const known = guardedPages.get(page)
  if (known) return known
  const Content = lazy(page.component)
  function Guarded() {
    const person = usePerson()
    const title = useWords(page.title)
    useEffect(() => {
      document.title = `${title} - ${person.congressName}`
    }, [title, person.congressName])
    if (mayOpen(page, person)) return <Content />
    return <NoPermission roles={page.roles === 'everyone' ? [] : page.roles} />
  }
  guardedPages.set(page, Guarded)
  return Guarded
}
