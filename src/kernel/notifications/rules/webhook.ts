import type { EventKind, EventRow } from '#kernel/audit/contract.ts'
import { masked } from '#lib/pure/personal-data.ts'

/** True where one of the filters covers the event: its name, all of its noun (`suggestion.*`) or everything (`*`). */
export function isWanted(filters: readonly string[], name: string): boolean {
  return filters.some((it) => it === '*' || it === name || (it.endsWith('.*') && name.startsWith(it.slice(0, -1))))
}

/** Restricted events stay in the house; so does what no catalogue knows. */
export function mayLeave(kind: EventKind | undefined): boolean {
  return kind?.visibility === 'public' || kind?.visibility === 'internal'
}

/**
 * What a receiver gets. The payload travels only with public events about what is public now, without what is kept in and without
 * personal data; of any other it learns that it happened, and to what.
 */
export function deliveryBody(kind: EventKind | undefined, event: EventRow, isKept: boolean): string {
  const { id, name, subjectId, at, payload } = event
  const data = kind?.visibility === 'public' && !isKept ? { subjectId, payload: leaving(kind, payload) } : { subjectId }
  return JSON.stringify({ type: name, timestamp: at.toISOString(), eventId: id, data })
}

function leaving({ keptIn = [] }: EventKind, payload: unknown): unknown {
  const parts = Object.entries(payload as Record<string, unknown>)
  return withoutPersonalData(Object.fromEntries(parts.filter(([name]) => !(keptIn as readonly string[]).includes(name))))
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The same value with every text masked; an id may look like a telephone number and stays. */
function withoutPersonalData(value: unknown): unknown {
  if (typeof value === 'string') return UUID.test(value) ? value : masked(value)
  if (Array.isArray(value)) return value.map(withoutPersonalData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutPersonalData(part)]))
}
