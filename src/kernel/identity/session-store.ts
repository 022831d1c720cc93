import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Duty, Role } from './contract.ts'

export interface SessionRow {
  id: string
  accountId: string
  csrfToken: string
  seenAt: Date
  expiresAt: Date
  name: string
  unitId: string | null
  deputyId: string | null
  duty: Duty | null
  roles: Role[]
}

/**
 * The session of a token with its enabled account and its roles of this moment: what was revoked is simply not found.
 * `isHeld` keeps the session from being revoked until the transaction ends (a write must not outlive its session).
 */
export async function findByToken(tx: Tx, tokenHash: Buffer, isHeld: boolean): Promise<SessionRow | undefined> {
  return tx.db
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', (join) =>
      join.onRef('a.congress_id', '=', 's.congress_id').onRef('a.id', '=', 's.account_id'),
    )
    .select([
      's.id',
      's.account_id as accountId',
      's.csrf_token as csrfToken',
      's.seen_at as seenAt',
      's.expires_at as expiresAt',
    ])
    .select(sql<Duty | null>`s.duty`.as('duty'))
    .select(['a.name', 'a.unit_id as unitId', 'a.deputy_id as deputyId'])
    .select(
      sql<Role[]>`(select coalesce(json_agg(g.role), '[]') from identity.role_grant g
        where g.congress_id = s.congress_id and g.account_id = s.account_id)`.as('roles'),
    )
    .where('s.congress_id', '=', tx.congressId)
    .where('s.token_hash', '=', tokenHash)
    .where('a.is_enabled', '=', true)
    .$if(isHeld, (q) => q.forKeyShare('s'))
    .executeTakeFirst()
}

export interface NewSession {
  id: string
  tokenHash: Buffer
  accountId: string
  csrfToken: string
  at: Date
  expiresAt: Date
  client: string
  duty: Duty | null
}

export async function insert(tx: Tx, it: NewSession): Promise<void> {
  await tx.db
    .insertInto('identity.session')
    .values({
      congress_id: tx.congressId,
      id: it.id,
      token_hash: it.tokenHash,
      account_id: it.accountId,
      csrf_token: it.csrfToken,
      created_at: it.at,
      seen_at: it.at,
      expires_at: it.expiresAt,
      client: it.client,
      duty: it.duty,
    })
    .execute()
}

/** Notes that a session is in use; called at most once a minute for each session. */
export async function touch(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('identity.session')
    .set({ seen_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The live sessions of an account, the latest first. */
export function listLive(tx: Tx, accountId: string, now: Date, seenAfter: Date) {
  return tx.db
    .selectFrom('identity.session')
    .select(['id', 'client', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt'])
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('seen_at', '>', seenAfter)
    .orderBy('id', 'desc')
    .execute()
}

/** Ends the sessions of an account but one. Answers how many. */
export async function removeOthers(tx: Tx, accountId: string, keptId: string): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('id', '<>', keptId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends every session of an account, on every copy of the program at once. */
export async function removeAll(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .execute()
}
