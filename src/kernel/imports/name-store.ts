import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { NameKind } from './contract.ts'

/** 以后都这样识别: the newest understanding of a name counts. `written` is bare (`bareName`). */
export async function rememberName(
  tx: Tx,
  name: { kind: NameKind; written: string; id: string; by: string; at: Date },
): Promise<void> {
  const fresh = { named_id: name.id, remembered_by: name.by, remembered_at: name.at }
  await tx.db
    .insertInto('imports.name_memory')
    .values({ congress_id: tx.congressId, kind: name.kind, written: name.written, ...fresh })
    .onConflict((conflict) => conflict.columns(['congress_id', 'kind', 'written']).doUpdateSet(fresh))
    .execute()
}

/** `unit 房管局` → id. */
export async function listRemembered(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('imports.name_memory')
    .select([sql<string>`kind || ' ' || written`.as('key'), 'named_id as id'])
    .where('congress_id', '=', tx.congressId)
    .execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}
