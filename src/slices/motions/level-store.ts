import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Level } from './rules/profile.ts'

/** The level of the congress, on which the number of signatories rests. */
export async function findLevel(tx: Tx): Promise<Level> {
  const row = await tx.db
    .selectFrom('congress.congress')
    .select(sql<Level>`level`.as('level'))
    .where('id', '=', tx.congressId)
    .executeTakeFirstOrThrow()
  return row.level
}
