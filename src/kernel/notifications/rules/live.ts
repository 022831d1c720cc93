import type { EventKind } from '#kernel/audit/contract.ts'

/** What the signal between copies says: something happened to a subject; `accountId` where it concerns one person alone. */
export interface LiveSignal {
  readonly congressId: number
  readonly name: string
  readonly subjectId: string
  readonly accountId: string | null
}

/** What a browser hears: a hint to read again what it shows, never the data itself. `topic` is the module that it belongs to. */
export interface LiveHint {
  readonly topic: string
  readonly name: string
  readonly subjectId: string | null
}

/** For every event name: the module it belongs to and who may hear of it. */
export type LiveKinds = Readonly<Record<string, { readonly topic: string; readonly visibility: EventKind['visibility'] }>>

/** The name of the hint that somebody has a new notice. */
export const NOTICE_CREATED = 'notice.created'
export const NOTICES_TOPIC = 'notices'
/** Signals may have been missed: everything that is shown should be read again. */
export const RESUMED: LiveHint = { topic: '*', name: 'live.resumed', subjectId: null }

/** Reads `<congressId> <event name> <subjectId> [<accountId>]`; null where it is something else. */
export function readSignal(text: string): LiveSignal | null {
  const [congressId, name, subjectId, accountId = null, ...rest] = text.split(' ')
  if (!congressId || !/^[1-9]\d*$/.test(congressId) || !name || !subjectId || rest.length > 0) return null
  return { congressId: Number(congressId), name, subjectId, accountId }
}

export function writeSignal({ congressId, name, subjectId, accountId }: LiveSignal): string {
  return [congressId, name, subjectId, ...(accountId ? [accountId] : [])].join(' ')
}

/**
 * What one person may hear of a signal, or null. A public event names its subject; an internal one says only that something of its
 * kind changed, because which case it was is not for everybody; a restricted one is silent.
 */
export function hintFor(signal: LiveSignal, accountId: string, kinds: LiveKinds): LiveHint | null {
  const { name, subjectId } = signal
  if (signal.accountId !== null) return signal.accountId === accountId ? { topic: NOTICES_TOPIC, name, subjectId } : null
  const kind = kinds[name]
  if (!kind || kind.visibility === 'restricted') return null
  return { topic: kind.topic, name, subjectId: kind.visibility === 'public' ? subjectId : null }
}
