import { sql } from 'kysely'
import type { Database, Tx } from '#lib/db/tx.ts'
import type { ParkedJob } from './contract.ts'

export interface NewJob {
  name: string
  payload: unknown
  tries: number
  runAt: Date | null
  /** A waiting job with the same key is replaced, so that many changes lead to one run. */
  key: string | null
}

/** Adds a job in the caller's transaction: it exists if and only if the change does. */
export async function add(tx: Tx, it: NewJob): Promise<void> {
  await sql`
    select graphile_worker.add_job(${it.name}::text, ${JSON.stringify(it.payload)}::json, run_at => ${it.runAt}::timestamptz,
      max_attempts => ${it.tries}::int, job_key => ${it.key}::text)`.execute(tx.db)
}

/** Jobs that used up their tries: those of this congress, and those of the timetable, which belong to none. */
export async function listParked(tx: Tx): Promise<ParkedJob[]> {
  const { rows } = await sql<Omit<ParkedJob, 'failedAt'> & { failedAt: Date }>`
    select j.id::text as id, t.identifier as name, j.attempts::int as attempts, coalesce(j.last_error, '') as problem,
      j.updated_at as "failedAt"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where ${isParked} and ${isOf(tx)} order by j.id desc limit 200`.execute(tx.db)
  return rows.map((row) => ({ ...row, failedAt: row.failedAt.toISOString() }))
}

/** When each line of the timetable last put its job in the queue, by the job's name; a line that never fired is not in it. */
export async function listLastRuns(tx: Tx): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ name: string; at: Date }>`
    select identifier as name, last_execution as at from graphile_worker._private_known_crontabs
    where last_execution is not null`.execute(tx.db)
  return new Map(rows.map(({ name, at }) => [name, at]))
}

/** Gives a parked job its tries back; false where it is not parked or belongs to another congress. */
export async function retryParked(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update graphile_worker._private_jobs j set attempts = 0, run_at = now(), updated_at = now()
    where j.id = ${id}::bigint and ${isParked} and ${isOf(tx)} returning j.id`.execute(tx.db)
  return rows.length > 0
}

const isParked = sql`j.attempts >= j.max_attempts and j.locked_at is null`

function isOf(tx: Tx) {
  return sql`coalesce(j.payload ->> 'congressId', ${String(tx.congressId)}) = ${String(tx.congressId)}`
}

/**
 * Gives back the jobs of workers that died: the queue itself would wait four hours. A worker keeps its id as the application name of
 * a connection that it keeps, and the server drops that connection with the process. Answers how many jobs were given back.
 */
export async function releaseAbandoned(database: Database): Promise<number> {
  const { rows } = await sql`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null
    where locked_at < now() - interval '30 seconds'
      and locked_by not in (select application_name from pg_stat_activity where application_name is not null)
    returning id`.execute(database)
  return rows.length
}

/** Gives back what a worker of this process still holds when it must stop. Being interrupted is no failure: the try does not count. */
export async function giveBack(database: Database, workerId: string): Promise<void> {
  await sql`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
    where locked_by = ${workerId}`.execute(database)
}
