import { useSyncExternalStore } from 'react'

import { useLocale, useWords } from '#lib/ui/locale.tsx'

import { words } from './words.ts'

/** Prints the page as it stands. */
export function PrintButton() {
  const t = useWords(words)
  return (
    <button type="button" className="plain-button print-button" onClick={() => window.print()}>
      {t.print}
    </button>
  )
}

/** On paper only: where the page came from and when it was printed. */
export function PrintFoot() {
  const t = useWords(words)
  const locale = useLocale()
  const at = useSyncExternalStore(subscribe, printedAt)
  const day = new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <footer className="print-foot" aria-hidden="true">
      <span>{t.printedAt(day)}</span>
      <span>{decodeURI(window.location.href)}</span>
    </footer>
  )
}

let now = Date.now()

/** The minute in which the page was drawn or last printed; a store must not change while it is read. */
function printedAt(): number {
  return now
}

function subscribe(redraw: () => void): () => void {
  const update = () => {
    now = Date.now()
    redraw()
  }
  window.addEventListener('beforeprint', update)
  return () => window.removeEventListener('beforeprint', update)
}
