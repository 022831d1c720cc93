import type { Tx } from '#lib/db/tx.ts'
import { idAt } from './dice.ts'
import { insertRows } from './rows.ts'

/** An event that its catalogue has already checked. */
export interface WorldEvent {
  readonly name: string
  readonly subjectId: string
  readonly actorId: string | null
  readonly at: Date
  readonly payload: object
}

/** Writes events and their places in the sealer's queue. No job tells of them: nobody wants notices of the past. */
export async function insertEvents(tx: Tx, events: readonly WorldEvent[]): Promise<void> {
  const rows = events.map(({ name, subjectId, actorId, at, payload }) => ({
    id: idAt(at, `event ${name} ${subjectId} ${at.getTime()}`),
    name,
    subject_id: subjectId,
    actor_id: actorId,
    at,
    payload: JSON.parse(JSON.stringify(payload)),
  }))
  await insertRows(tx, 'audit.event', rows)
  await insertRows(tx, 'audit.pending', rows.map(({ id }) => ({ event_id: id })))
}
