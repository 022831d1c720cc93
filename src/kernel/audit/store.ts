import type { Tx } from '#lib/db/tx.ts'
import type { EventRow } from './contract.ts'

const columns = ['id', 'name', 'subject_id as subjectId', 'actor_id as actorId', 'at', 'payload'] as const

/** The events of one subject, oldest first; a case has tens of them, the limit only guards the page. */
export function listBySubject(tx: Tx, subjectId: string, limit = 500): Promise<EventRow[]> {
  return tx.db
    .selectFrom('audit.event')
    .select(columns)
    .where('congress_id', '=', tx.congressId)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function find(tx: Tx, id: string): Promise<EventRow | undefined> {
  return tx.db
    .selectFrom('audit.event')
    .select(columns)
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .executeTakeFirst()
}
