import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { FAILURES_ALLOWED, LOCK_MS, SLICE_MS, sliceOf } from './rules/guessing.ts'

/** A name that was typed, as a keyed digest, and the network it was typed from. */
export interface Tried {
  readonly subject: string
  readonly network: string
}

/**
 * Counts an attempt before it is judged, so a hundred guesses at once are not all judged against the same count. Answers how many
 * failures that makes, this one included; beyond the allowed number nothing is judged, and the lock is not prolonged by trying.
 */
export async function reserve(tx: Tx, { subject, network }: Tried, now: Date): Promise<number> {
  const forgotten = new Date(now.getTime() - LOCK_MS)
  const { rows } = await sql<{ failures: number }>`
    insert into identity.attempt as a (congress_id, subject, network, failures, failed_at)
    values (${tx.congressId}, ${subject}, ${network}, 1, ${now})
    on conflict (congress_id, subject, network) do update set
      failures = case when a.failed_at <= ${forgotten} then 1 else least(a.failures, ${FAILURES_ALLOWED}) + 1 end,
      failed_at = case when a.failed_at > ${forgotten} and a.failures >= ${FAILURES_ALLOWED} then a.failed_at else ${now} end
    returning a.failures`.execute(tx.db)
  return rows[0]!.failures
}

/** Takes one reserved attempt back: what was tried was right, though the person is not in yet. */
export async function giveBack(tx: Tx, { subject, network }: Tried): Promise<void> {
  await tx.db
    .updateTable('identity.attempt')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('congress_id', '=', tx.congressId)
    .where('subject', '=', subject)
    .where('network', '=', network)
    .execute()
}

/** A sign-in that succeeded: earlier failures are forgotten, and the network is familiar from now on. */
export async function forgive(tx: Tx, { subject, network }: Tried, now: Date): Promise<void> {
  await tx.db
    .insertInto('identity.attempt')
    .values({ congress_id: tx.congressId, subject, network, failures: 0, failed_at: now, succeeded_at: now })
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'subject', 'network']).doUpdateSet({ failures: 0, succeeded_at: now }),
    )
    .execute()
}

const FAMILIAR_MS = 90 * 86_400_000

/** True when somebody signed in under this name from this network within the last 90 days. */
export async function isFamiliar(tx: Tx, { subject, network }: Tried, now: Date): Promise<boolean> {
  const row = await tx.db
    .selectFrom('identity.attempt')
    .select('succeeded_at')
    .where('congress_id', '=', tx.congressId)
    .where('subject', '=', subject)
    .where('network', '=', network)
    .where('succeeded_at', '>', new Date(now.getTime() - FAMILIAR_MS))
    .executeTakeFirst()
  return row !== undefined
}

/** Counts a wrong guess of the whole congress. Answers the number of this slice. */
export async function press(tx: Tx, now: Date): Promise<number> {
  const { failures } = await tx.db
    .insertInto('identity.pressure')
    .values({ congress_id: tx.congressId, slice_at: sliceOf(now), failures: 1 })
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'slice_at']).doUpdateSet({ failures: sql`identity.pressure.failures + 1` }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  return failures
}

/** Wrong guesses of the last hour, over all names and networks. */
export async function pressure(tx: Tx, now: Date): Promise<number> {
  const { failures } = await tx.db
    .selectFrom('identity.pressure')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('failures'), sql<number>`0`).as('failures'))
    .where('congress_id', '=', tx.congressId)
    .where('slice_at', '>', new Date(now.getTime() - 6 * SLICE_MS))
    .executeTakeFirstOrThrow()
  return Number(failures)
}
