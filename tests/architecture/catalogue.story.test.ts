import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../support/database.ts'

const database = await cloneDatabase()
const client = new Client({ connectionString: database.migratorUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Read before the tenant is known, so without `congress_id` (docs/adr/0003). The list may only shrink. */
const REGISTRY = ['congress.congress', 'congress.host']
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', 'public') and c.relkind in ('r', 'p')`

test('PLT-01 every tenant table has congress_id first in every key and index, and a policy that binds the program', async () => {
  expect(await violations()).toEqual([])
})

test('the schema stays distributable by congress_id: no trigger, no ON DELETE SET NULL, no foreign key without the tenant', async () => {
  const triggers = await rows(`select tgrelid::regclass::text as it from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and ${OURS}`)
  expect(triggers).toEqual([])
  const setNull = await rows(
    `select conname as it from pg_constraint where contype = 'f' and confdeltype = 'n' and connamespace::regnamespace::text <> 'graphile_worker'`,
  )
  expect(setNull).toEqual([])
})

test('the login of the program is bound: no superuser, no bypass, owner of nothing, no change of events', async () => {
  const [login] = await rows(
    `select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)::text as it from pg_roles where rolname = 'minyi_app'`,
  )
  expect(login).toBe('false')
  expect(await rows(`select c.relname as it from pg_class c where pg_get_userbyid(relowner) = 'minyi_app'`)).toEqual([])
  const changes = await rows(`select table_name || ' ' || privilege_type as it from information_schema.role_table_grants
    where grantee = 'minyi_app' and table_schema = 'audit' and table_name in ('event', 'seal') and privilege_type not in ('SELECT', 'INSERT')`)
  expect(changes).toEqual([])
})

test('a transaction that forgot its congress reads nothing and writes nothing', async () => {
  const app = new Client({ connectionString: database.url })
  await app.connect()
  await client.query(
    `insert into congress.congress (id, level, name, short_name, slug, area_code) values (7, 'city', 'x', 'x', 'x', 'x')`,
  )
  await client.query(`insert into congress.term (congress_id, number, starts_on) values (7, 1, '2022-01-01')`)
  expect((await app.query('select from congress.term')).rowCount).toBe(0)
  await expect(
    app.query(`insert into congress.term (congress_id, number, starts_on) values (7, 2, '2027-01-01')`),
  ).rejects.toMatchObject({ code: '42501' })
  await app.query(`begin; set local app.congress = '7'`)
  expect((await app.query('select from congress.term')).rowCount).toBe(1)
  await app.query('commit')
  expect((await app.query('select from congress.term')).rowCount).toBe(0)
  await app.end()
})

// The lint itself is tested: each planted table must turn it red.
test.each([
  ['create table congress.planted (id int primary key)', 'planted'],
  ['create table congress.planted (congress_id int not null, id int, primary key (id, congress_id))', 'planted_pkey'],
  [
    'create table congress.planted (congress_id int not null, id int, primary key (congress_id, id)); create index planted_by_id on congress.planted (id)',
    'planted_by_id',
  ],
  ['create table congress.planted (congress_id int not null, id int, primary key (congress_id, id))', 'no policy'],
])('a planted table is found: %s', async (sql, found) => {
  await client.query(`begin; ${sql}`)
  try {
    expect((await violations()).join('\n')).toContain(found)
  } finally {
    await client.query('rollback')
  }
})

async function violations(): Promise<string[]> {
  const tables = `(${REGISTRY.map((it) => `'${it}'`).join(',')})`
  const isTenant = `${OURS} and n.nspname || '.' || c.relname not in ${tables}`
  return rows(`
    select n.nspname || '.' || c.relname || ': no congress_id integer not null' as it
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${isTenant} and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'congress_id'
      and a.atttypid = 'integer'::regtype and a.attnotnull)
    union all
    select n.nspname || '.' || c.relname || ': no policy or row security off'
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${isTenant} and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
    union all
    select i.indexrelid::regclass::text || ': congress_id is not its first column'
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${isTenant} and i.indkey[0] <> all (select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'congress_id')
      and (select amname from pg_am join pg_class ic on ic.relam = pg_am.oid where ic.oid = i.indexrelid) <> 'gin'
    union all
    select k.conname || ': a foreign key that does not begin with congress_id'
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${isTenant} and k.contype = 'f'
      and (select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'congress_id'`)
}

async function rows(sql: string): Promise<string[]> {
  return (await client.query<{ it: string }>(sql)).rows.map((row) => row.it)
}
