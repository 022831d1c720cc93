import { sql, type Kysely, type Transaction } from 'kysely'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>

/** One transaction of one congress. Every store function takes it first; `congressId` goes into every statement. */
export interface Tx {
  readonly db: Transaction<DB>
  readonly congressId: number
}

/**
 * Runs `work` in one transaction of one congress.
 * The tenant is a literal `SET LOCAL` (a `set_config` call is not carried to the shards of a distributed PostgreSQL and returns
 * nothing there); it ends with the transaction, so a pooled connection never remembers a congress.
 */
export function inCongress<T>(database: Database, congressId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (db) => {
    await enter(db, congressId)
    return work({ db, congressId })
  })
}

/** The same for reading: PostgreSQL itself refuses any write, so a GET cannot change anything. */
export function readCongress<T>(database: Database, congressId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await enter(db, congressId)
      return work({ db, congressId })
    })
}

async function enter(db: Transaction<DB>, congressId: number): Promise<void> {
  if (!Number.isInteger(congressId) || congressId < 1) throw new Error(`Not a congress id: ${congressId}`)
  await sql.raw(`set local app.congress = '${congressId}'`).execute(db)
}
