import { useSyncExternalStore } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { words } from './words.ts'

/** One sentence while the device has no network: what is on screen may be old, what is written stays. */
export function Offline() {
  const t = useWords(words)
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <p role="status" className={isOnline ? 'hidden' : 'offline'}>
      {isOnline ? '' : t.noNetwork}
    </p>
  )
}

function subscribe(redraw: () => void): () => void {
  window.addEventListener('online', redraw)
  window.addEventListener('offline', redraw)
  return () => {
    window.removeEventListener('online', redraw)
    window.removeEventListener('offline', redraw)
  }
}
