import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'

export function listExtensions(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.extension as e')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'e.congress_id').onRef('u.id', '=', 'e.unit_id'))
    .select(['e.ordinal', 'e.unit_id as unitId', 'u.name as unitName', 'e.months', 'e.reason', 'e.requested_on as requestedOn'])
    .select(['e.note', 'e.decided_on as decidedOn'])
    .select(sql<'granted' | 'refused' | null>`e.decision`.as('decision'))
    .where('e.congress_id', '=', tx.congressId)
    .where('e.suggestion_id', '=', id)
    .orderBy('e.ordinal')
    .execute()
}

export async function insertExtension(
  tx: Tx,
  row: { id: string; ordinal: number; unitId: string; months: number; reason: string; on: string },
): Promise<void> {
  const { id, ordinal, unitId, months, reason, on } = row
  await tx.db
    .insertInto('suggestions.extension')
    .values({ congress_id: tx.congressId, suggestion_id: id, ordinal, unit_id: unitId, months, reason, requested_on: on })
    .execute()
}

export async function decideExtension(
  tx: Tx,
  row: { id: string; ordinal: number; decision: 'granted' | 'refused'; note: string; on: string },
): Promise<void> {
  await tx.db
    .updateTable('suggestions.extension')
    .set({ decision: row.decision, note: row.note, decided_on: row.on })
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', row.id)
    .where('ordinal', '=', row.ordinal)
    .execute()
}
