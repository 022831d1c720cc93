import { useCallback, useEffect, useRef, useState } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { usePerson } from './person.tsx'
import { words } from './words.ts'

const EVERY = 2_000

export type Draft<T> = {
  value: T
  setValue: (value: T) => void
  /** `草稿已保存 14:32`, or where it is while there is no network; empty before the first save. */
  note: string
  /** Forgets the draft, after it was sent. */
  clear: () => void
}

/**
 * A value that survives a closed tab, a lost network and an expired session: kept on this device every 2 seconds and when the page is left.
 * `key` names the form and its subject (`reply:0192…`); drafts of different people on one device never meet.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const t = useWords(words)
  const place = `minyi:draft:${usePerson().id}:${key}`
  const [value, change] = useState<T>(() => read(place) ?? initial)
  const [saved, setSaved] = useState<'never' | 'failed' | Date>('never')
  const unsaved = useRef<{ value: T } | null>(null)
  const save = useCallback(() => {
    if (!unsaved.current) return
    setSaved(write(place, unsaved.current.value) ? new Date() : 'failed')
    unsaved.current = null
  }, [place])
  useEffect(() => {
    const timer = setInterval(save, EVERY)
    window.addEventListener('pagehide', save)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [save])
  const setValue = useCallback((next: T) => {
    unsaved.current = { value: next }
    change(next)
  }, [])
  const clear = useCallback(() => {
    unsaved.current = null
    localStorage.removeItem(place)
    setSaved('never')
    change(initial)
    // `initial` is often a new object on every drawing; the draft starts over with the one of the time of clearing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place])
  return { value, setValue, note: noteOf(saved, t), clear }
}

function noteOf(saved: 'never' | 'failed' | Date, t: typeof words.zh): string {
  if (saved === 'never') return ''
  if (saved === 'failed') return t.draftFailed
  if (!navigator.onLine) return t.draftOffline
  return t.draftSaved(saved.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false }))
}

/** The boundary to what an earlier version of the same form left on this device; a form checks again before it sends. */
function read<T>(place: string): T | undefined {
  try {
    const text = localStorage.getItem(place)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

function write(place: string, value: unknown): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
