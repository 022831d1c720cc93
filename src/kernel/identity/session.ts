import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { Actor } from './contract.ts'
import { ABSOLUTE_MS, isLive, needsTouch } from './rules/session-limits.ts'
import { findByToken, insert } from './session-store.ts'

export const SESSION_COOKIE = 'minyi_session'
export const CSRF_COOKIE = 'minyi_csrf'

export interface SignedIn {
  readonly actor: Actor
  readonly sessionId: string
  readonly csrfToken: string
  readonly needsTouch: boolean
}

/** Who a token belongs to now, or null. Read in the transaction of the request, so a revocation counts at once on every copy. */
export async function authenticate(tx: Tx, token: string | undefined, now: Date): Promise<SignedIn | null> {
  if (!token) return null
  const row = await findByToken(tx, hashOf(token))
  if (!row || !isLive(row, now)) return null
  const actor: Actor = {
    id: row.accountId,
    congressId: tx.congressId,
    name: row.name,
    roles: new Set(row.roles),
    unitId: row.unitId,
    deputyId: row.deputyId,
  }
  return { actor, sessionId: row.id, csrfToken: row.csrfToken, needsTouch: needsTouch(row, now) }
}

/** Opens a session. The token leaves the program once, in the cookie; the database keeps only its SHA-256. */
export async function openSession(
  tx: Tx,
  accountId: string,
  client: string,
  now: Date,
): Promise<{ token: string; csrfToken: string }> {
  const token = randomBytes(32).toString('base64url')
  const csrfToken = randomBytes(16).toString('base64url')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await insert(tx, {
    id: newId(),
    tokenHash: hashOf(token),
    accountId,
    csrfToken,
    at: now,
    expiresAt,
    client: client.slice(0, 200),
  })
  return { token, csrfToken }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
