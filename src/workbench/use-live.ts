import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

import { API_BASE } from './client.ts'

/** `live`: the server tells; `polling`: we ask every few seconds. */
export type LiveState = 'live' | 'polling'

type Listener = (topic: string) => void

/** The server may have missed something: every topic is stale. */
const EVERYTHING = '*'
const POLL_EVERY = 3_000
const RECONNECT_AFTER = 15_000
const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
let source: EventSource | null = null
let state: LiveState = 'polling'
let again: ReturnType<typeof setTimeout> | undefined

/**
 * Keeps queries fresh whose key begins with one of the topics. One `EventSource` for the whole program: a message
 * `{"topic":"suggestions"}` makes that topic stale; while the line is down, the topics are asked again every 3 seconds.
 */
export function useLive(topics: readonly string[]): LiveState {
  const queries = useQueryClient()
  const now = useSyncExternalStore(watch, () => state)
  const wanted = topics.join(' ')
  useEffect(() => {
    const list = wanted.split(' ').filter(Boolean)
    const freshen = (topic: string) => void queries.invalidateQueries({ queryKey: [topic] })
    return listen((topic) => {
      if (topic === EVERYTHING) list.forEach(freshen)
      else if (list.includes(topic)) freshen(topic)
    })
  }, [queries, wanted])
  useEffect(() => {
    if (now === 'live') return
    const ask = () => {
      if (document.visibilityState !== 'visible') return
      for (const topic of wanted.split(' ').filter(Boolean))
        void queries.invalidateQueries({ queryKey: [topic], refetchType: 'active' })
    }
    const timer = setInterval(ask, POLL_EVERY)
    return () => clearInterval(timer)
  }, [now, queries, wanted])
  return now
}

function listen(listener: Listener): () => void {
  listeners.add(listener)
  if (!source) {
    clearTimeout(again)
    open()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) close()
  }
}

function open(): void {
  source = new EventSource(`${API_BASE}/live`)
  source.addEventListener('open', () => become('live'))
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const topic = topicOf(data)
    if (topic) for (const listener of listeners) listener(topic)
  })
  source.addEventListener('error', () => {
    become('polling')
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    again = setTimeout(open, RECONNECT_AFTER)
  })
}

function close(): void {
  clearTimeout(again)
  source?.close()
  source = null
  become('polling')
}

function become(next: LiveState): void {
  if (state === next) return
  state = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The topic of a message, or null for anything else that a server may send. */
export function topicOf(data: string): string | null {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null && 'topic' in value && typeof value.topic === 'string' ? value.topic : null
  } catch {
    return null
  }
}
