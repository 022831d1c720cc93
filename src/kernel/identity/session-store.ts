import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Role } from './contract.ts'

export interface SessionRow {
  id: string
  accountId: string
  csrfToken: string
  seenAt: Date
  expiresAt: Date
  name: string
  unitId: string | null
  deputyId: string | null
  roles: Role[]
}

/** The session of a token with its enabled account and its roles of this moment: what was revoked is simply not found. */
export async function findByToken(tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> {
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
    .select(['a.name', 'a.unit_id as unitId', 'a.deputy_id as deputyId'])
    .select(
      sql<Role[]>`(select coalesce(json_agg(g.role), '[]') from identity.role_grant g
        where g.congress_id = s.congress_id and g.account_id = s.account_id)`.as('roles'),
    )
    .where('s.congress_id', '=', tx.congressId)
    .where('s.token_hash', '=', tokenHash)
    .where('a.is_enabled', '=', true)
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

/** Ends every session of an account, on every copy of the program at once. */
export async function removeAll(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('identity.session')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .execute()
}
