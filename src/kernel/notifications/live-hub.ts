import { LIVE_CHANNEL } from '#kernel/audit/api.ts'
import { listen } from '#lib/db/listen.ts'
import { readSignal, type LiveSignal } from './rules/live.ts'

/** `gap` means that signals may have been missed: whoever keeps something must drop all of it. */
export type LiveListener = (signal: LiveSignal | 'gap') => void

/** What happens in every copy of the program, as one process hears it. */
export interface LiveHub {
  /** Answers how to stop hearing. */
  subscribe(listener: LiveListener): () => void
  close(): Promise<void>
}

/** Opens the hub of this process: one connection to the database, however many listeners there are. */
export async function openLiveHub(databaseUrl: string, onError: (error: Error) => void): Promise<LiveHub> {
  const listeners = new Set<LiveListener>()
  const tell = (signal: LiveSignal | 'gap') => {
    for (const listener of listeners) listener(signal)
  }
  const listening = await listen(databaseUrl, LIVE_CHANNEL, {
    onMessage: (text) => {
      const signal = readSignal(text)
      if (signal) tell(signal)
    },
    onGap: () => tell('gap'),
    onError,
  })
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => listening.close(),
  }
}
