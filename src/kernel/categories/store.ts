import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Category, Dictionary } from './contract.ts'

/** The congress's own dictionary, a field before its classes; undefined where it has none yet. */
export async function findDictionary(tx: Tx): Promise<Dictionary | undefined> {
  const { rows } = await sql<Category & { version: number }>`
    select d.version, c.code, c.zh, c.en, c.ordinal, to_char(c.retired_on, 'YYYY-MM-DD') as "retiredOn"
    from categories.dictionary d
    join categories.category c on c.congress_id = d.congress_id
    join categories.category f on f.congress_id = c.congress_id and f.code = coalesce(c.field_code, c.code)
    where d.congress_id = ${tx.congressId}
    order by f.ordinal, f.code, c.field_code is not null, c.ordinal, c.code`.execute(tx.db)
  const version = rows[0]?.version
  return version === undefined ? undefined : { version, items: rows.map(({ version: _version, ...it }) => it) }
}

/** Gives the congress its first dictionary; where another transaction does so at this moment, it waits and leaves that one. */
export async function insertDictionary(tx: Tx, { version, items }: Dictionary): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into categories.dictionary (congress_id, version) values (${tx.congressId}, ${version})
    on conflict (congress_id) do nothing`.execute(tx.db)
  if (numAffectedRows === 1n) await writeCategories(tx, items)
}

/** Keeps other editors out until the transaction ends. */
export async function lockDictionary(tx: Tx): Promise<void> {
  await sql`select from categories.dictionary where congress_id = ${tx.congressId} for update`.execute(tx.db)
}

/** Writes rows as they shall be and counts the version on. The dictionary must be locked. */
export async function amendDictionary(tx: Tx, rows: readonly Category[]): Promise<void> {
  await sql`update categories.dictionary set version = version + 1 where congress_id = ${tx.congressId}`.execute(tx.db)
  await writeCategories(tx, rows)
}

async function writeCategories(tx: Tx, rows: readonly Category[]): Promise<void> {
  await sql`
    insert into categories.category (congress_id, code, field_code, zh, en, ordinal, retired_on)
    select ${tx.congressId}::integer, it.code, case when position('.' in it.code) > 0 then split_part(it.code, '.', 1) end,
      it.zh, it.en, it.ordinal, it."retiredOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it (code text, zh text, en text, ordinal integer, "retiredOn" date)
    on conflict (congress_id, code) do update
      set zh = excluded.zh, en = excluded.en, ordinal = excluded.ordinal, retired_on = excluded.retired_on`.execute(tx.db)
}
