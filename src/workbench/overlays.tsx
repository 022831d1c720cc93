import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'

import { pick } from '#lib/pure/words.ts'
import { useLocale, useWords } from '#lib/ui/locale.tsx'

import type { Command } from './commands.ts'
import { commandsNow, useCommands } from './commands.ts'
import { isInputMethodKey, isSearchKey } from './keys.ts'
import type { WorkbenchPage } from './page.ts'
import { mayOpen } from './page.ts'
import { usePerson } from './person.tsx'
import { OpenSearchContext } from './search-frame.ts'
import { useKeyboard } from './use-keys.ts'
import { words } from './words.ts'

const Palette = lazy(() => import('./palette/palette.tsx'))
const KeysHelp = lazy(() => import('./keys-help.tsx'))

/** What lies over the page, with the commands that the page had when it opened. */
type Overlay = { kind: 'search'; words: string; commands: readonly Command[] } | { kind: 'keys'; commands: readonly Command[] }

/** The search of ⌘K, the help of the keys, and the keys that work on every page. */
export function Overlays({ pages, children }: { pages: readonly WorkbenchPage[]; children: ReactNode }) {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const openSearch = useCallback((text = '') => setOverlay({ kind: 'search', words: text, commands: commandsNow() }), [])
  const openKeys = useCallback(() => setOverlay({ kind: 'keys', commands: commandsNow() }), [])
  const close = useCallback(() => setOverlay(null), [])
  useKeyboard()
  useSearchKey(openSearch)
  useShellCommands(pages, openSearch, openKeys)
  return (
    <OpenSearchContext value={openSearch}>
      {children}
      <Suspense>
        {overlay?.kind === 'search' && (
          <Palette pages={pages} commands={overlay.commands} startWith={overlay.words} onClose={close} />
        )}
        {overlay?.kind === 'keys' && <KeysHelp commands={overlay.commands} onClose={close} />}
      </Suspense>
    </OpenSearchContext>
  )
}

/** ⌘K and Ctrl+K work everywhere, also while typing and where single keys are off; never in the middle of a composition. */
function useSearchKey(open: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!isSearchKey(event) || isInputMethodKey(event, Infinity)) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [open])
}

/** `G D` and the like, `/`, `?` and Esc for the menus; a page's own command of the same key comes first. */
function useShellCommands(pages: readonly WorkbenchPage[], openSearch: () => void, openKeys: () => void): void {
  const t = useWords(words)
  const locale = useLocale()
  const navigate = useNavigate()
  const person = usePerson()
  const go = (key: string, label: string, to: string): Command => ({
    key: `g ${key}`,
    label: t.goTo(label),
    run: () => void navigate({ to }),
    isMotion: true,
  })
  const keyed = pages.flatMap((page) =>
    page.goKey && mayOpen(page, person) ? [go(page.goKey, pick(locale, page.title), page.path)] : [],
  )
  useCommands([
    go('d', t.todo, '/'),
    ...keyed,
    { key: '/', label: t.search, run: () => openSearch(), isMotion: true },
    { key: '?', label: t.keysTitle, run: openKeys },
    { key: 'Escape', label: t.keyClose, run: closeMenus, isMotion: true },
  ])
}

function closeMenus(): void | false {
  const menus = document.querySelectorAll<HTMLDetailsElement>('details:is(.account, .more-tabs)[open]')
  if (menus.length === 0) return false
  for (const menu of menus) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
}
