import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { StrictMode, Suspense, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'

import { LocaleContext } from '#lib/ui/locale.tsx'

import { onSignedOut } from './client.ts'
import { applyLooks, useIsDark, useLooks } from './looks.ts'
import type { Person, WorkbenchPage } from './page.ts'
import { PersonContext } from './person.tsx'
import { Problem } from './problem.ts'
import { buildRouter } from './router.tsx'
import { ShellContext } from './shell.tsx'
import type { Places } from './places.ts'
import { PlacesContext } from './places.ts'
import type { Slots } from './slot.tsx'
import { SlotsContext } from './slot.tsx'
import { Failed, Loading } from './states.tsx'
import { antdTheme } from './theme.ts'
import './workbench.css'

export type WorkbenchGiven = {
  pages: readonly WorkbenchPage[]
  /** Who is signed in; null for nobody. */
  loadPerson: () => Promise<Person | null>
  signOut: () => Promise<void>
  /** The sign-in form; calls `onDone` after success, the person stays at the address they came to. */
  signIn: ComponentType<{ onDone: () => void }>
  slots?: Slots
  /** Where the search leads for each kind of thing that the modules find. */
  places?: Places
}

const PERSON_KEY = ['person']
const NO_SLOTS: Slots = {}
const NO_PLACES: Places = {}

/** Starts the workbench in `#workbench`; called once by the composition root. */
export function startWorkbench(given: WorkbenchGiven): void {
  applyLooks()
  const place = document.getElementById('workbench')
  if (!place) throw new Error('No #workbench in the document')
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
    },
  })
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Surroundings>
          <Gate {...given} />
        </Surroundings>
      </QueryClientProvider>
    </StrictMode>,
  )
}

/** Language, colours and sizes; the nonce lets the component library write its styles under a strict policy. */
function Surroundings({ children }: { children: ReactNode }) {
  const { locale, view, isDense } = useLooks()
  const isDark = useIsDark()
  const theme = useMemo(() => antdTheme({ view, isDark, isDense }), [view, isDark, isDense])
  return (
    <LocaleContext value={locale}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        theme={theme}
        csp={NONCE}
        getPopupContainer={overlaysPlace}
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false}>{children}</AntdApp>
      </ConfigProvider>
    </LocaleContext>
  )
}

/**
 * Where windows and lists of the component library hang. Over `body` itself it would lock the scroll bar with a style that it writes
 * without the nonce, which the policy blocks; the style sheet does that instead.
 */
function overlaysPlace(): HTMLElement {
  const known = document.getElementById('overlays')
  if (known) return known
  const place = document.createElement('div')
  place.id = 'overlays'
  document.body.append(place)
  return place
}

const NONCE = { nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '' }

/** The pages for a signed-in person, the sign-in form for anyone else; an expired session comes back here with nothing lost. */
function Gate({ pages, loadPerson, signOut, signIn: SignIn, slots = NO_SLOTS, places = NO_PLACES }: WorkbenchGiven) {
  const queries = useQueryClient()
  const person = useQuery({ queryKey: PERSON_KEY, queryFn: loadPerson, staleTime: 60_000 })
  const router = useMemo(() => buildRouter(pages), [pages])
  const shell = useMemo(() => {
    const leave = async () => {
      await signOut()
      // A new load of the page forgets everything that was read.
      window.location.assign('/workbench/')
    }
    return { onSignOut: () => void leave() }
  }, [signOut])
  useEffect(() => onSignedOut(() => queries.setQueryData(PERSON_KEY, null)), [queries])
  if (person.isPending) return <Loading />
  if (person.isError) return <Failed error={person.error} onRetry={() => void person.refetch()} />
  if (person.data === null) {
    return (
      <Suspense fallback={<Loading />}>
        <SignIn onDone={() => void queries.invalidateQueries()} />
      </Suspense>
    )
  }
  return (
    <PersonContext value={person.data}>
      <ShellContext value={shell}>
        <SlotsContext value={slots}>
          <PlacesContext value={places}>
            <RouterProvider router={router} />
          </PlacesContext>
        </SlotsContext>
      </ShellContext>
    </PersonContext>
  )
}
