import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { MOST_SAVED, type SavedFilter, type SaveFilterInput } from './contract.ts'

/** In the order in which they were first saved. */
export function listFilters(tx: Tx, accountId: string): Promise<SavedFilter[]> {
  return tx.db
    .selectFrom('preferences.saved_filter')
    .select(['id', 'page', 'name', 'query'])
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
}

/** Gives the name on that page a new query; false where there is none of the name. */
export async function replaceFilter(
  tx: Tx,
  accountId: string,
  { page, name, query }: SaveFilterInput,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('preferences.saved_filter')
    .set({ query, saved_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('page', '=', page)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Takes the lowest free slot; false where none is free, or where another tab took it or the name at this very moment. */
export async function insertFilter(tx: Tx, accountId: string, id: string, filter: SaveFilterInput, at: Date): Promise<boolean> {
  const { congressId } = tx
  const { numAffectedRows } = await sql`
    insert into preferences.saved_filter (congress_id, account_id, id, slot, page, name, query, saved_at)
    select ${congressId}, ${accountId}, ${id}, free.slot, ${filter.page}, ${filter.name}, ${filter.query}, ${at}
    from generate_series(1, ${MOST_SAVED}::int) as free (slot)
    where not exists (select from preferences.saved_filter f
      where f.congress_id = ${congressId} and f.account_id = ${accountId} and f.slot = free.slot)
    order by free.slot limit 1
    on conflict do nothing`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

/** False where this account has no such filter. */
export async function deleteFilter(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('preferences.saved_filter')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
