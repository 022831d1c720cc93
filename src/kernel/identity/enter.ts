import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#lib/db/tx.ts'
import { forgive, type Tried } from './attempt-store.ts'
import type { AccountRow } from './account-store.ts'
import { TICKET_COOKIE } from './cookies.ts'
import type { Me } from './contract.ts'
import { record } from './events.ts'
import { insertChallenge, removeChallenges } from './factor-store.ts'
import { loadPolicy } from './policy-store.ts'
import { dutyOf } from './rules/password.ts'
import { openSession, type NewSession } from './session.ts'
import { remove, removeAll } from './session-store.ts'
import type { Steps } from './steps.ts'
import { toMe } from './views.ts'

export type Way = 'password' | 'oidc'

export interface Entered {
  readonly session: NewSession
  readonly me: Me
}

/** Lets a person in who has proved everything asked of them. The token is always a new one; the one of before is dead. */
export async function enter(
  tx: Tx,
  { signedIn, browser, now }: Steps,
  account: AccountRow,
  tried: Tried,
  how: { way: Way; withCode: boolean },
): Promise<Entered> {
  if (signedIn) await remove(tx, signedIn.actor.id, signedIn.sessionId)
  await forgive(tx, tried, now)
  const duty = dutyOf({ ...account, hasSecondFactor: account.totpCipher !== null }, await loadPolicy(tx), how.way, now)
  const session = await openSession(tx, account.id, browser.client, now, duty)
  await record(tx, now, {
    name: 'sign_in.accepted',
    subjectId: account.id,
    actorId: account.id,
    payload: { network: tried.network, ...how },
  })
  return { session, me: toMe(account, session) }
}

/** Ends every session of an account and every ticket; after a change of password, second factor, role or standing. */
export async function endAccess(tx: Tx, accountId: string): Promise<void> {
  await removeAll(tx, accountId)
  await removeChallenges(tx, accountId)
}

/** The same, and a fresh session for the person at this browser, who has just changed what they sign in with. */
export async function reenter(tx: Tx, { browser, now }: Steps, account: AccountRow): Promise<Entered> {
  await endAccess(tx, account.id)
  const duty = dutyOf({ ...account, hasSecondFactor: account.totpCipher !== null }, await loadPolicy(tx), 'password', now)
  const session = await openSession(tx, account.id, browser.client, now, duty)
  return { session, me: toMe(account, session) }
}

const TICKET_MS = 5 * 60_000

/** Notes that the first factor was right. Answers the ticket, which is good for five minutes. */
export async function issueTicket(tx: Tx, now: Date, accountId: string, tried: Tried, method: Way): Promise<string> {
  const ticket = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + TICKET_MS)
  await insertChallenge(tx, hashOf(ticket), { accountId, subject: tried.subject, method, expiresAt })
  return ticket
}

export function giveTicket({ browser }: Steps, ticket: string): void {
  browser.setCookie(TICKET_COOKIE, ticket, { maxAgeSeconds: TICKET_MS / 1000 })
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
