import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'

/** Every table that names suggestions. */
export type LinkTable =
  | 'pressing.topic_member'
  | 'pressing.plan_member'
  | 'pressing.face_to_face_suggestion'
  | 'pressing.guidance'
  | 'pressing.outcome_suggestion'
  | 'pressing.visit'

/** The suggestions named anywhere in a table, each once. */
export async function linkedIds(tx: Tx, table: LinkTable): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct suggestion_id as id from ${sql.table(table)} where congress_id = ${tx.congressId}`.execute(tx.db)
  return rows.map((it) => it.id)
}
