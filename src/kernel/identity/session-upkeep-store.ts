import type { Tx } from '#lib/db/tx.ts'
import { IDLE_MS } from './rules/session-limits.ts'

/** Deletes the sessions that ended by themselves; answers how many. */
export async function removeExpired(tx: Tx, now: Date): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where((where) => where.or([where('expires_at', '<=', now), where('seen_at', '<=', new Date(now.getTime() - IDLE_MS))]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
