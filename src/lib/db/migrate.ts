import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely'
import { Logger, runMigrations } from 'graphile-worker'
import { Pool } from 'pg'

/**
 * Brings the schema at `url` (the login `minyi_migrator`) up to date with the plain SQL files of `directory`, forward only.
 * Kysely's Migrator keeps the list and an advisory lock, so two copies that start at once migrate once.
 * `upTo` names the last one to apply, for a backup that an earlier version made.
 */
export async function migrate(url: string, directory = 'db/migrations', upTo?: string): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 2 }) }) })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(directory) } })
    const { error, results } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) throw explain(error, results?.find((r) => r.status === 'Error')?.migrationName)
    await migrateQueue(url, db)
    return (results ?? []).map((r) => r.migrationName)
  } finally {
    await db.destroy()
  }
}

/** The queue's own tables. They come with row-level security and no policy, so the program's login is let in here. It may also
 * read the list of migrations, which tells whether it can serve. */
async function migrateQueue(url: string, db: Kysely<unknown>): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent })
  await sql.raw(LET_APP_IN).execute(db)
}

const silent = new Logger(() => () => {})

const LET_APP_IN = `
  grant select on kysely_migration to minyi_app;
  grant usage on schema graphile_worker to minyi_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to minyi_app;
  grant usage on all sequences in schema graphile_worker to minyi_app;
  grant execute on all functions in schema graphile_worker to minyi_app;
  do $$
  declare t record;
  begin
    for t in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
             and not exists (select from pg_policy p where p.polrelid = c.oid) loop
      execute format('create policy app on graphile_worker.%I to minyi_app using (true) with check (true)', t.relname);
    end loop;
  end
  $$;`

/** True when every migration file has been applied; the readiness check of a copy that may not migrate. */
export async function isMigrated(db: Kysely<never>, directory = 'db/migrations'): Promise<boolean> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.sql'))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from kysely_migration`.execute(db)
  return rows[0]?.count === files.length
}

/** The names of every migration that this version of the program knows, in order. */
export async function knownMigrations(directory = 'db/migrations'): Promise<string[]> {
  return Object.keys(await readMigrations(directory))
}

async function readMigrations(directory: string): Promise<Record<string, Migration>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, Migration]> => {
      const text = await readFile(join(directory, name), 'utf8')
      return [name.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }]
    }),
  )
  return Object.fromEntries(entries)
}

function explain(error: unknown, name: string | undefined): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(
    `数据库升级在 ${name ?? '?'} 处停下：${reason}。之前的数据没有改动。 Migration ${name ?? '?'} failed: ${reason}`,
  )
}
