import type { Tx } from '#lib/db/tx.ts'
import { IDLE_MS } from './rules/session-limits.ts'

const DAY_MS = 86_400_000
/** Networks are personal data of a kind; logs of them are kept for six months and no longer (网络安全法 21). */
const KEPT_NETWORKS_MS = 183 * DAY_MS

/** Deletes what ended by itself: sessions, tickets, journeys, and what was noted against guessing. Answers how many sessions. */
export async function removeExpired(tx: Tx, now: Date): Promise<number> {
  for (const table of ['identity.challenge', 'identity.oidc_journey'] as const) {
    await tx.db.deleteFrom(table).where('congress_id', '=', tx.congressId).where('expires_at', '<=', now).execute()
  }
  await removeOldAttempts(tx, now)
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where((where) => where.or([where('expires_at', '<=', now), where('seen_at', '<=', new Date(now.getTime() - IDLE_MS))]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function removeOldAttempts(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_NETWORKS_MS)
  await tx.db
    .deleteFrom('identity.attempt')
    .where('congress_id', '=', tx.congressId)
    .where('failed_at', '<', before)
    .where((where) => where.or([where('succeeded_at', 'is', null), where('succeeded_at', '<', before)]))
    .execute()
  await tx.db
    .deleteFrom('identity.pressure')
    .where('congress_id', '=', tx.congressId)
    .where('slice_at', '<', new Date(now.getTime() - DAY_MS))
    .execute()
}
