import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { Client, escapeIdentifier } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withClient } from './embedded/logins.ts'

/** A table as its rows travel: in COPY's text format, which every PostgreSQL since version 15 reads and writes alike. */
export interface CopyTable {
  /** `schema.table`. */
  readonly name: string
  /** Stored columns; generated ones are made anew. */
  readonly columns: readonly string[]
}

export interface SequenceState {
  readonly name: string
  readonly value: number
  readonly isCalled: boolean
}

/** What the rows say must not depend on who reads them; with row security off, a login that would see only a part gets an error. */
const PLAIN = `
  set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local synchronize_seqscans = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

/** Runs `work` in one transaction that sees the database as it was at its beginning, whatever is written meanwhile. */
export function inSnapshot<T>(migratorUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(migratorUrl, 'begin isolation level repeatable read, read only', work)
}

/** Runs `work` in one transaction: all of it stays, or nothing. */
export function inOneTransaction<T>(migratorUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(migratorUrl, 'begin', work)
}

async function inTransaction<T>(url: string, begin: string, work: (client: Client) => Promise<T>): Promise<T> {
  const socket = new Socket()
  const client = new Client({ connectionString: url, application_name: 'minyi-copy', stream: () => socket })
  // Without a listener a server that goes away would end the program instead of the query.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(begin)
    await client.query(PLAIN)
    const result = await work(client)
    await client.query('commit')
    await client.end()
    return result
  } finally {
    // In the middle of a COPY the server neither hears a rollback nor a farewell; without its connection it rolls back.
    socket.destroy()
  }
}

/** Every table with rows of ours, each after the tables that it refers to. The lists of migrations are no data and are left out. */
export async function listTables(client: Client): Promise<CopyTable[]> {
  const { rows } = await client.query<CopyTable & { refersTo: string[] }>(
    `
    select ${NAME} as name,
      (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(array_agg(distinct rn.nspname || '.' || r.relname), '{}')
       from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
       where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> f.conrelid) as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} and ${NAME} <> all ($1)
    order by 1`,
    [NO_DATA],
  )
  return inOrder(rows)
}

const NAME = `n.nspname || '.' || c.relname`
const OURS = `n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`
const NO_DATA = ['public.kysely_migration', 'public.kysely_migration_lock', 'graphile_worker.migrations']

function inOrder(tables: readonly (CopyTable & { refersTo: string[] })[]): CopyTable[] {
  const waiting = [...tables]
  const done = new Map<string, CopyTable>()
  while (waiting.length > 0) {
    const next = waiting.find((it) => it.refersTo.every((name) => done.has(name)))
    if (!next) throw new Error(`Tables refer to each other in a circle: ${waiting.map((it) => it.name).join(', ')}`)
    waiting.splice(waiting.indexOf(next), 1)
    done.set(next.name, { name: next.name, columns: next.columns })
  }
  return [...done.values()]
}

export async function listSequences(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select ${NAME} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} order by 1`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await client.query<{ value: number; isCalled: boolean }>(
      `select last_value::float8 as value, is_called as "isCalled" from ${quoted(name)}`,
    )
    states.push({ name, ...state.rows[0]! })
  }
  return states
}

export async function setSequence(client: Client, { name, value, isCalled }: SequenceState): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3::boolean)', [quoted(name), value, isCalled])
}

/** The rows of a table as bytes, never more of them in memory than the reader takes. */
export function readRows(client: Client, { name, columns }: CopyTable): Readable & { rowCount: number } {
  return client.query(copyTo(`copy ${quoted(name)} (${columns.map(escapeIdentifier).join(', ')}) to stdout`))
}

/** How many rows `readRows` gave; the server tells it after the last byte. */
export async function rowCountOf(client: Client, rows: { rowCount: number }): Promise<number> {
  await client.query('select')
  return rows.rowCount
}

/** Takes bytes that `readRows` gave. References to other rows of the same table are checked at the end, in any order. */
export function writeRows(client: Client, { name, columns }: CopyTable): Writable & { rowCount: number } {
  return client.query(copyFrom(`copy ${quoted(name)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`))
}

export async function hasRows(client: Client, { name }: CopyTable): Promise<boolean> {
  const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
  return rowCount !== 0
}

/** The migrations that a database has had: our own by name, the queue's by number. Both are empty in a new database. */
export async function listMigrations(client: Client): Promise<{ names: string[]; queue: number }> {
  const own = (await exists(client, 'public.kysely_migration'))
    ? (await client.query<{ name: string }>('select name from public.kysely_migration order by name')).rows
    : []
  const queue = (await exists(client, 'graphile_worker.migrations'))
    ? (await client.query<{ last: number }>('select coalesce(max(id), 0)::int as last from graphile_worker.migrations')).rows
    : []
  return { names: own.map((it) => it.name), queue: queue[0]?.last ?? 0 }
}

async function exists(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name])
  return rows[0]?.found ?? false
}

/** Lets the planner know what came in; without it the first queries of a restored database would be slow. */
export async function analyzeTables(migratorUrl: string, tables: readonly CopyTable[]): Promise<void> {
  await withClient(migratorUrl, async (client) => {
    for (const { name } of tables) await client.query(`analyze ${quoted(name)}`)
  })
}

function quoted(name: string): string {
  return name.split('.').map(escapeIdentifier).join('.')
}
