import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { Actor, Duty } from './contract.ts'
import { ABSOLUTE_MS, isLive, needsTouch } from './rules/session-limits.ts'
import { findByToken, insert } from './session-store.ts'

export const SESSION_COOKIE = 'minyi_session'
export const CSRF_COOKIE = 'minyi_csrf'

export interface SignedIn {
  readonly actor: Actor
  readonly sessionId: string
  readonly csrfToken: string
  readonly expiresAt: Date
  /** What the person must do before anything else. */
  readonly duty: Duty | null
  readonly needsTouch: boolean
}

/**
 * Who a token belongs to now, or null. Read in the transaction of the request, so a revocation counts at once on every copy;
 * `isHeld` makes a revocation wait until that transaction has ended.
 */
export async function authenticate(tx: Tx, token: string | undefined, now: Date, isHeld = false): Promise<SignedIn | null> {
  if (!token) return null
  const row = await findByToken(tx, hashOf(token), isHeld)
  if (!row || !isLive(row, now)) return null
  const actor: Actor = {
    id: row.accountId,
    congressId: tx.congressId,
    name: row.name,
    roles: new Set(row.roles),
    unitId: row.unitId,
    deputyId: row.deputyId,
  }
  const { csrfToken, expiresAt, duty } = row
  return { actor, sessionId: row.id, csrfToken, expiresAt, duty, needsTouch: needsTouch(row, now) }
}

/** A session as it was opened; nobody can read the token again. */
export interface NewSession {
  readonly id: string
  readonly token: string
  readonly csrfToken: string
  readonly expiresAt: Date
  readonly duty: Duty | null
}

/** Opens a session. The token leaves the program once, in the cookie; the database keeps only its SHA-256. */
export async function openSession(
  tx: Tx,
  accountId: string,
  client: string,
  now: Date,
  duty: Duty | null = null,
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url')
  const csrfToken = randomBytes(16).toString('base64url')
  const id = newId()
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await insert(tx, {
    id,
    tokenHash: hashOf(token),
    accountId,
    csrfToken,
    at: now,
    expiresAt,
    client: client.slice(0, 200),
    duty,
  })
  return { id, token, csrfToken, expiresAt, duty }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
