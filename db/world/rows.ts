import { sql, type Insertable } from 'kysely'
import type { DB } from '#lib/db/schema.ts'
import type { Tx } from '#lib/db/tx.ts'

/** A row as it is inserted, without the congress, which the transaction knows. */
export type Row<T extends keyof DB> = Omit<Insertable<DB[T]>, 'congress_id'>

const CHUNK = 2000

/**
 * Inserts many rows with one statement for every 2,000: they travel as one JSON parameter, so no number of columns is too many.
 * Every row must have the keys of the first one; columns that none names keep their default.
 */
export async function insertRows<T extends keyof DB>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
  const columns = ['congress_id', ...Object.keys(rows[0] ?? {})].map((name) => sql.ref(name))
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map((row) => ({ congress_id: tx.congressId, ...row }))
    await sql`insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(columns)} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::json)`.execute(
      tx.db,
    )
  }
}
