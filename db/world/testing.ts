import { afterAll } from 'vitest'
import { connect, type Connection } from '#lib/db/connect.ts'
import { cloneDatabase } from '../../tests/support/database.ts'
import { loadWorld } from './world.ts'

/** A database of one test with the world in it. `said` is what loading told, one line for each load. */
export interface LoadedWorld {
  readonly connection: Connection
  readonly said: string[]
  readonly migratorUrl: string
  load(): Promise<void>
  /** Rows past row-level security, as an auditor with the owner's login sees them. */
  read<R>(statement: string, ...values: unknown[]): Promise<R[]>
  /** A fingerprint of every table that a congress's rows stand in, without what may differ: the salt of a hash, the hour of loading. */
  fingerprints(): Promise<Record<string, string>>
}

export async function openWorld(): Promise<LoadedWorld> {
  const { url, migratorUrl, drop } = await cloneDatabase()
  const connection = connect(url)
  const owner = connect(migratorUrl, { max: 1 })
  const said: string[] = []
  afterAll(async () => {
    await Promise.all([connection.close(), owner.close()])
    await drop()
  })
  const read = async <R>(statement: string, ...values: unknown[]) => (await owner.pool.query(statement, values)).rows as R[]
  return {
    connection,
    said,
    migratorUrl,
    load: () => loadWorld({ migratorUrl, appDatabase: connection.database, say: { info: (line) => void said.push(line) } }),
    read,
    fingerprints: async () => {
      const tables = await read<{ name: string }>(TABLES)
      const entries: [string, string][] = []
      for (const { name } of tables) entries.push([name, (await read<{ print: string }>(fingerprintOf(name)))[0]!.print])
      return Object.fromEntries(entries)
    },
  }
}

const TABLES = `
  select format('%I.%I', c.table_schema, c.table_name) as name
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.column_name = 'congress_id' and t.table_type = 'BASE TABLE' order by 1`

function fingerprintOf(table: string): string {
  return `select count(*) || ' ' || coalesce(md5(string_agg(row, E'\\n' order by row)), '') as print
    from (select (to_jsonb(t) - 'password_hash' #- '{value,loadedAt}')::text as row from ${table} t) as rows`
}
