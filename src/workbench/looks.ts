import { useSyncExternalStore } from 'react'

import type { Locale } from '#lib/pure/words.ts'

import { cookie } from './client.ts'

/** How one person wants to see the product; cookies, so that the public pages follow the same choice. */
export type Looks = {
  view: 'standard' | 'big'
  theme: 'auto' | 'light' | 'dark'
  locale: Locale
  /** Rows of 40 px instead of 48 px. */
  isDense: boolean
  /** Single-key shortcuts. */
  hasKeys: boolean
}

const COOKIES: { [K in keyof Looks]: string } = {
  view: 'minyi_view',
  theme: 'minyi_theme',
  locale: 'minyi_locale',
  isDense: 'minyi_dense',
  hasKeys: 'minyi_keys',
}
const YEAR = 31_536_000

let current = read()
const listeners = new Set<() => void>()

/** The present choice; components redraw when it changes. */
export function useLooks(): Looks {
  return useSyncExternalStore(subscribe, () => current)
}

/** Changes one choice for this person on this device. */
export function setLook<K extends keyof Looks>(name: K, value: Looks[K]): void {
  document.cookie = `${COOKIES[name]}=${String(value)}; path=/; max-age=${YEAR}; samesite=lax`
  current = { ...current, [name]: value }
  applyLooks()
  for (const listener of listeners) listener()
}

/** Writes the choice on the document, where the style sheet looks for it. */
export function applyLooks(): void {
  const { dataset } = document.documentElement
  dataset['view'] = current.view
  dataset['theme'] = current.theme
  dataset['rows'] = current.isDense ? 'dense' : 'roomy'
  document.documentElement.lang = current.locale
}

/** Whether the page is dark now: the choice, or the system's where the choice is `auto`. */
export function useIsDark(): boolean {
  const { theme } = useLooks()
  const isSystemDark = useSyncExternalStore(subscribeSystem, () => systemDark().matches)
  return theme === 'dark' || (theme === 'auto' && isSystemDark)
}

function read(): Looks {
  const view = cookie(COOKIES.view)
  const theme = cookie(COOKIES.theme)
  return {
    view: view === 'big' ? 'big' : 'standard',
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
    locale: cookie(COOKIES.locale) === 'en' ? 'en' : 'zh-CN',
    isDense: cookie(COOKIES.isDense) === 'true',
    hasKeys: cookie(COOKIES.hasKeys) !== 'false',
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function subscribeSystem(listener: () => void): () => void {
  systemDark().addEventListener('change', listener)
  return () => systemDark().removeEventListener('change', listener)
}

function systemDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}
