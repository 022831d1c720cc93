import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { DB } from './schema.ts'
import type { Database } from './tx.ts'

const OID = { date: 1082, int8: 20 }

// Dates are calendar days in Beijing, so they stay strings; counts fit a double long before they fill a bigint.
types.setTypeParser(OID.date, (text) => text)
types.setTypeParser(OID.int8, (text) => Number(text))

export interface Connection {
  database: Database
  pool: Pool
  close(): Promise<void>
}

/** Opens a pool with `url`, the login of the program (`minyi_app`). A lost idle connection is logged and replaced, never fatal. */
export function connect(url: string, options: { max?: number; onError?: (error: Error) => void } = {}): Connection {
  const pool = new Pool({ connectionString: url, max: options.max ?? 10, application_name: 'minyi' })
  const tell = (error: Error) => options.onError?.(error)
  pool.on('error', tell)
  // A connection that is in use has no listener of the pool; one that the server ends between two statements would end the program.
  pool.on('connect', (client) => client.on('error', tell))
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { database, pool, close: () => database.destroy() }
}

/** Refuses a login for which row-level security would not hold. */
export async function refusePrivilegedLogin(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ login: string; privileged: boolean; owns: boolean }>(`
    select current_user as login, rolsuper or rolbypassrls as privileged,
           exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'audit' and pg_get_userbyid(c.relowner) = current_user) as owns
    from pg_roles where rolname = current_user`)
  const it = rows[0]
  if (it?.privileged || it?.owns) {
    throw new Error(
      `数据库账号 ${it.login} 权限过大，行级安全对它不起作用。请让 DATABASE_URL 使用 minyi_app 账号（见 db/roles.sql）。` +
        ` The login ${it.login} is too powerful: row-level security does not bind it. Let DATABASE_URL use minyi_app.`,
    )
  }
}
