import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { AccountQuery, Role } from './contract.ts'
import { administrators } from './rules/administration.ts'

/** An account with everything that rules and views need; secrets leave this module only sealed or hashed. */
export interface AccountRow {
  id: string
  version: number
  login: string
  name: string
  unitId: string | null
  unitName: string | null
  deputyId: string | null
  deputyName: string | null
  passwordHash: string | null
  passwordChangedAt: Date | null
  isPasswordTemporary: boolean
  phoneCipher: string | null
  totpCipher: string | null
  totpPendingCipher: string | null
  totpLastStep: number | null
  totpFailures: number
  totpFailedAt: Date | null
  isEnabled: boolean
  createdAt: Date
  externalSubject: string | null
  roles: Role[]
}

export function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return accounts(tx).where('a.id', '=', id).executeTakeFirst()
}

export function findByLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return accounts(tx).where('a.login', '=', login).executeTakeFirst()
}

/** `indexes` are those of one number under every key in use. */
export function findByPhone(tx: Tx, indexes: readonly string[]): Promise<AccountRow | undefined> {
  return accounts(tx)
    .where('a.phone_index', 'in', [...indexes])
    .executeTakeFirst()
}

/** Nobody else changes this account, nor opens a session of it, until the transaction ends. */
export async function lockAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  await tx.db
    .selectFrom('identity.account')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return findAccount(tx, id)
}

/** One page in the order of opening, newest first, with one row more than asked. */
export function listAccounts(tx: Tx, query: AccountQuery): Promise<AccountRow[]> {
  const { q, role, isEnabled, cursor } = query
  return accounts(tx)
    .$if(q !== undefined, (it) =>
      it.where((where) => where.or([where('a.name', 'like', `%${escaped(q!)}%`), where('a.login', 'like', `%${escaped(q!)}%`)])),
    )
    .$if(role !== undefined, (it) => it.where('a.id', 'in', holders(tx, role!)))
    .$if(isEnabled !== undefined, (it) => it.where('a.is_enabled', '=', isEnabled!))
    .$if(cursor !== undefined, (it) => it.where('a.id', '<', cursor!))
    .orderBy('a.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export interface NewAccountRow {
  id: string
  login: string
  name: string
  unitId?: string | null
  deputyId?: string | null
  passwordHash?: string | null
  isPasswordTemporary?: boolean
  phoneCipher?: string | null
  phoneIndex?: string | null
  roles?: readonly Role[]
}

/** Many accounts with their roles at once: the demo world and imports. `by` is null for what nobody signed in did. */
export async function insertAccounts(tx: Tx, rows: readonly NewAccountRow[], at: Date, by: string | null): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((it) => ({
    congress_id: tx.congressId,
    id: it.id,
    login: it.login,
    name: it.name,
    unit_id: it.unitId ?? null,
    deputy_id: it.deputyId ?? null,
    password_hash: it.passwordHash ?? null,
    password_changed_at: it.passwordHash ? at : null,
    is_password_temporary: it.isPasswordTemporary ?? false,
    phone_cipher: it.phoneCipher ?? null,
    phone_index: it.phoneIndex ?? null,
    created_at: at,
  }))
  await tx.db.insertInto('identity.account').values(values).execute()
  const grants = rows.flatMap((it) => (it.roles ?? []).map((role) => ({ accountId: it.id, role })))
  if (grants.length > 0) await insertGrants(tx, grants, at, by)
}

export async function insertGrants(
  tx: Tx,
  grants: readonly { accountId: string; role: Role }[],
  at: Date,
  by: string | null,
): Promise<void> {
  const rows = grants.map(({ accountId, role }) => ({
    congress_id: tx.congressId,
    account_id: accountId,
    role,
    granted_at: at,
    granted_by: by,
  }))
  await tx.db.insertInto('identity.role_grant').values(rows).execute()
}

export async function removeGrant(tx: Tx, accountId: string, role: Role): Promise<void> {
  await tx.db
    .deleteFrom('identity.role_grant')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .execute()
}

/**
 * How many enabled accounts hold each administrator's role. The grants stay locked, so two cannot both take away "not the last one";
 * counting is a statement of its own, because one that waited for a lock still sees the accounts of before the wait.
 */
export async function lockAdministrators(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const grants = tx.db
    .selectFrom('identity.role_grant as g')
    .where('g.congress_id', '=', tx.congressId)
    .where('g.role', 'in', [...administrators])
  await grants.select('g.role').orderBy('g.account_id').forUpdate().execute()
  const rows = await grants
    .innerJoin('identity.account as a', (join) =>
      join.onRef('a.congress_id', '=', 'g.congress_id').onRef('a.id', '=', 'g.account_id'),
    )
    .where('a.is_enabled', '=', true)
    .select(({ fn }) => ['g.role', fn.countAll<number>().as('count')])
    .groupBy('g.role')
    .execute()
  return new Map(rows.map((it) => [it.role, Number(it.count)]))
}

/** What may be written. What is left out stays; an administrator's change brings the next version, signing in does not. */
export interface AccountChange {
  version?: number
  name?: string
  unitId?: string | null
  deputyId?: string | null
  phoneCipher?: string | null
  phoneIndex?: string | null
  isEnabled?: boolean
  passwordHash?: string
  passwordChangedAt?: Date
  isPasswordTemporary?: boolean
  totpCipher?: string | null
  totpPendingCipher?: string | null
  totpLastStep?: number | null
  totpFailures?: number
  totpFailedAt?: Date | null
}

export async function saveAccount(tx: Tx, id: string, change: AccountChange): Promise<void> {
  await tx.db
    .updateTable('identity.account')
    .set({
      version: change.version,
      name: change.name,
      unit_id: change.unitId,
      deputy_id: change.deputyId,
      phone_cipher: change.phoneCipher,
      phone_index: change.phoneIndex,
      is_enabled: change.isEnabled,
      password_hash: change.passwordHash,
      password_changed_at: change.passwordChangedAt,
      is_password_temporary: change.isPasswordTemporary,
      totp_cipher: change.totpCipher,
      totp_pending_cipher: change.totpPendingCipher,
      totp_last_step: change.totpLastStep,
      totp_failures: change.totpFailures,
      totp_failed_at: change.totpFailedAt,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
}

/** One enabled account for each role, for the sign-in page of a demonstration. */
export async function listOnePerRole(tx: Tx): Promise<{ role: Role; login: string; name: string }[]> {
  const { rows } = await sql<{ role: Role; login: string; name: string }>`
    select distinct on (g.role) g.role, a.login, a.name
    from identity.role_grant g join identity.account a on a.congress_id = g.congress_id and a.id = g.account_id
    where g.congress_id = ${tx.congressId} and a.is_enabled and a.password_hash is not null
    order by g.role, a.id`.execute(tx.db)
  return rows
}

function accounts(tx: Tx) {
  return tx.db
    .selectFrom('identity.account as a')
    .leftJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'a.congress_id').onRef('u.id', '=', 'a.unit_id'))
    .leftJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'a.congress_id').onRef('d.id', '=', 'a.deputy_id'),
    )
    .leftJoin('identity.external_login as e', (join) =>
      join.onRef('e.congress_id', '=', 'a.congress_id').onRef('e.account_id', '=', 'a.id'),
    )
    .where('a.congress_id', '=', tx.congressId)
    .select(['a.id', 'a.version', 'a.login', 'a.name', 'a.unit_id as unitId', 'u.name as unitName'])
    .select(['a.deputy_id as deputyId', 'd.name as deputyName', 'a.password_hash as passwordHash'])
    .select(['a.password_changed_at as passwordChangedAt', 'a.is_password_temporary as isPasswordTemporary'])
    .select(['a.phone_cipher as phoneCipher', 'a.totp_cipher as totpCipher', 'a.totp_pending_cipher as totpPendingCipher'])
    .select(['a.totp_last_step as totpLastStep', 'a.totp_failures as totpFailures', 'a.totp_failed_at as totpFailedAt'])
    .select(['a.is_enabled as isEnabled', 'a.created_at as createdAt', 'e.subject as externalSubject'])
    .select(
      sql<Role[]>`(select coalesce(json_agg(g.role order by g.granted_at, g.role), '[]') from identity.role_grant g
        where g.congress_id = a.congress_id and g.account_id = a.id)`.as('roles'),
    )
}

function holders(tx: Tx, role: Role) {
  return tx.db
    .selectFrom('identity.role_grant')
    .select('account_id')
    .where('congress_id', '=', tx.congressId)
    .where('role', '=', role)
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
