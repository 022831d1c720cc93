import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { isClass, type Category, type CategoryLabel, type Dictionary } from './contract.ts'

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

/** For another store's select: the label of the code in one of its columns; the bare code where no dictionary knows it. */
export function labelColumn(congressId: RawBuilder<unknown>, code: RawBuilder<unknown>): RawBuilder<CategoryLabel> {
  return sql<CategoryLabel>`coalesce(
    (select json_build_object('code', c.code, 'field', json_build_object('zh', f.zh, 'en', f.en),
        'class', case when c.field_code is not null then json_build_object('zh', c.zh, 'en', c.en) end)
      from categories.category c
      join categories.category f on f.congress_id = c.congress_id and f.code = coalesce(c.field_code, c.code)
      where c.congress_id = ${congressId} and c.code = ${code}),
    json_build_object('code', ${code}, 'field', json_build_object('zh', ${code}, 'en', ${code}), 'class', null))`
}

/** For another store's condition: the code in a column is this class, or of this field; an index may hold either expression. */
export function isOfCategory(column: RawBuilder<unknown>, code: string): RawBuilder<boolean> {
  return isClass(code) ? sql<boolean>`${column} = ${code}` : sql<boolean>`split_part(${column}, '.', 1) = ${code}`
}
