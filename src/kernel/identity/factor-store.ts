import type { Tx } from '#lib/db/tx.ts'

/** Between the right password and the code. */
export interface Challenge {
  accountId: string
  subject: string
  method: 'password' | 'oidc'
}

export async function insertChallenge(tx: Tx, ticketHash: Buffer, it: Challenge & { expiresAt: Date }): Promise<void> {
  await tx.db
    .insertInto('identity.challenge')
    .values({
      congress_id: tx.congressId,
      ticket_hash: ticketHash,
      account_id: it.accountId,
      subject: it.subject,
      method: it.method,
      expires_at: it.expiresAt,
    })
    .execute()
}

export async function findChallenge(tx: Tx, ticketHash: Buffer, now: Date): Promise<Challenge | undefined> {
  const row = await tx.db
    .selectFrom('identity.challenge')
    .select(['account_id as accountId', 'subject', 'method'])
    .where('congress_id', '=', tx.congressId)
    .where('ticket_hash', '=', ticketHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { ...row, method: row.method === 'oidc' ? 'oidc' : 'password' }
}

/** Uses a ticket up. */
export async function removeChallenge(tx: Tx, ticketHash: Buffer): Promise<void> {
  await tx.db
    .deleteFrom('identity.challenge')
    .where('congress_id', '=', tx.congressId)
    .where('ticket_hash', '=', ticketHash)
    .execute()
}

/** Ends what an account has begun: a ticket of before a new password or a disabling opens nothing. */
export async function removeChallenges(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('identity.challenge')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Replaces the rescue codes of an account; an empty list leaves none. */
export async function replaceRescueCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.db
    .deleteFrom('identity.rescue_code')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .execute()
  if (hashes.length === 0) return
  const rows = hashes.map((code_hash) => ({ congress_id: tx.congressId, account_id: accountId, code_hash }))
  await tx.db.insertInto('identity.rescue_code').values(rows).execute()
}

/** Uses a rescue code up. Answers how many are left, or null where it is none. */
export async function takeRescueCode(tx: Tx, accountId: string, hash: Buffer): Promise<number | null> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.rescue_code')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return null
  const { left } = await tx.db
    .selectFrom('identity.rescue_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** The hashes of the last `count` passwords that were replaced, the newest first. */
export async function listOldHashes(tx: Tx, accountId: string, count: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('identity.password_history')
    .select('password_hash')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .orderBy('replaced_at', 'desc')
    .limit(count)
    .execute()
  return rows.map((it) => it.password_hash)
}

export async function keepOldHash(tx: Tx, accountId: string, hash: string, at: Date): Promise<void> {
  await tx.db
    .insertInto('identity.password_history')
    .values({ congress_id: tx.congressId, account_id: accountId, replaced_at: at, password_hash: hash })
    .onConflict((conflict) => conflict.columns(['congress_id', 'account_id', 'replaced_at']).doNothing())
    .execute()
}

export interface Journey {
  nonce: string
  verifier: string
  returnTo: string
}

export async function insertJourney(
  tx: Tx,
  it: Journey & { stateHash: Buffer; browserHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx.db
    .insertInto('identity.oidc_journey')
    .values({
      congress_id: tx.congressId,
      state_hash: it.stateHash,
      browser_hash: it.browserHash,
      nonce: it.nonce,
      verifier: it.verifier,
      return_to: it.returnTo,
      expires_at: it.expiresAt,
    })
    .execute()
}

/** Takes a journey that this browser began; a second answer to it finds nothing. */
export function takeJourney(tx: Tx, stateHash: Buffer, browserHash: Buffer, now: Date): Promise<Journey | undefined> {
  return tx.db
    .deleteFrom('identity.oidc_journey')
    .where('congress_id', '=', tx.congressId)
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .returning(['nonce', 'verifier', 'return_to as returnTo'])
    .executeTakeFirst()
}

export async function findBoundAccount(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('identity.external_login')
    .select('account_id')
    .where('congress_id', '=', tx.congressId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** Binds an account to one subject, or to none. A subject that another account has violates the primary key (409). */
export async function bindAccount(tx: Tx, accountId: string, issuer: string, subject: string | null): Promise<void> {
  await tx.db
    .deleteFrom('identity.external_login')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .execute()
  if (subject === null) return
  await tx.db
    .insertInto('identity.external_login')
    .values({ congress_id: tx.congressId, issuer, subject, account_id: accountId })
    .execute()
}
