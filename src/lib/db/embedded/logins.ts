import { readFile } from 'node:fs/promises'
import { Client } from 'pg'

import type { Passwords } from './cluster.ts'

export interface Address {
  /** Folder of the unix socket, or an address. */
  host: string
  port: number
}

/** A connection string; a socket folder travels as the `host` parameter, which node-postgres and libpq both understand. */
export function urlOf({ host, port }: Address, login: string, password: string, database: string): string {
  const rest = host.startsWith('/')
    ? `localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
    : `${host}:${port}/${database}`
  return `postgres://${login}:${encodeURIComponent(password)}@${rest}`
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const it = new URL(url)
  it.pathname = `/${database}`
  return it.href
}

/** The same server and database, another login. */
export function withLogin(url: string, login: string, password: string): string {
  const it = new URL(url)
  it.username = login
  it.password = password
  return it.href
}

/** Runs statements as one login and closes the connection. */
export async function runSql(url: string, ...statements: string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // Without a listener a server that goes away would end the program instead of the query.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Creates the two logins of `rolesFile` where they are missing and gives them these passwords. `superUrl` may create roles. */
export async function ensureLogins(superUrl: string, passwords: Omit<Passwords, 'postgres'>, rolesFile: string): Promise<void> {
  const roles = await readFile(rolesFile, 'utf8')
  await withClient(superUrl, async (client) => {
    await client.query(roles)
    for (const login of ['minyi_migrator', 'minyi_app'] as const) {
      await client.query(`alter role ${login} password ${client.escapeLiteral(passwords[login])}`)
    }
  })
}

/** Creates a database that the migrator owns, unless it is there. */
export async function ensureDatabase(superUrl: string, name: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)} owner minyi_migrator`)
  })
}
