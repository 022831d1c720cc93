import type { Tx } from '#lib/db/tx.ts'

export interface Kept {
  requestHash: string
  status: number
  answer: unknown
}

/**
 * Takes a key, or answers what it stands for. A concurrent twin waits here for the first one's commit, because the insert meets
 * its uncommitted row; then it finds the stored answer. Key, change and answer live or die in one transaction.
 */
export async function take(tx: Tx, actor: string, key: string, requestHash: string, at: Date): Promise<Kept | undefined> {
  const taken = await tx.db
    .insertInto('platform.idempotency')
    .values({ congress_id: tx.congressId, actor, key, request_hash: requestHash, created_at: at })
    .onConflict((conflict) => conflict.columns(['congress_id', 'actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken) return undefined
  return tx.db
    .selectFrom('platform.idempotency')
    .select(['request_hash as requestHash', 'status', 'answer'])
    .where('congress_id', '=', tx.congressId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

export async function keep(tx: Tx, actor: string, key: string, status: number, answer: unknown): Promise<void> {
  await tx.db
    .updateTable('platform.idempotency')
    .set({ status, answer: JSON.stringify(answer) })
    .where('congress_id', '=', tx.congressId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}

/** Forgets keys older than `before`; a client retries for hours, not for days. */
export async function forget(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('platform.idempotency')
    .where('congress_id', '=', tx.congressId)
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
