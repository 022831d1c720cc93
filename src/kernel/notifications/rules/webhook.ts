import type { EventKind, EventRow } from '#kernel/audit/contract.ts'

/** True where one of the filters covers the event: its name, all of its noun (`suggestion.*`) or everything (`*`). */
export function isWanted(filters: readonly string[], name: string): boolean {
  return filters.some((it) => it === '*' || it === name || (it.endsWith('.*') && name.startsWith(it.slice(0, -1))))
}

/** Restricted events stay in the house; so does what no catalogue knows. */
export function mayLeave(kind: EventKind | undefined): boolean {
  return kind?.visibility === 'public' || kind?.visibility === 'internal'
}

/**
 * What a receiver gets. The payload travels only with public events, without what is kept in; of an internal one it learns that it
 * happened, and to what.
 */
export function deliveryBody(kind: EventKind | undefined, event: EventRow): string {
  const { id, name, subjectId, at, payload } = event
  const data = kind?.visibility === 'public' ? { subjectId, payload: leaving(kind, payload) } : { subjectId }
  return JSON.stringify({ type: name, timestamp: at.toISOString(), eventId: id, data })
}

function leaving({ keptIn = [] }: EventKind, payload: unknown): unknown {
  const parts = Object.entries(payload as Record<string, unknown>)
  return Object.fromEntries(parts.filter(([name]) => !(keptIn as readonly string[]).includes(name)))
}
