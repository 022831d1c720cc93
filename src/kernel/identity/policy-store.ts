import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Policy, Role } from './contract.ts'
import { defaultPolicy } from './rules/password.ts'

/** The rules of this congress; those of 等级保护 where it set none. */
export async function loadPolicy(tx: Tx): Promise<Policy> {
  const row = await tx.db
    .selectFrom('identity.policy')
    .select(['max_password_age_days as maxPasswordAgeDays', 'password_history as passwordHistory'])
    .select(sql<Role[]>`second_factor_roles`.as('secondFactorRoles'))
    .where('congress_id', '=', tx.congressId)
    .executeTakeFirst()
  return row ?? defaultPolicy
}

export async function savePolicy(tx: Tx, it: Policy): Promise<void> {
  const row = {
    max_password_age_days: it.maxPasswordAgeDays,
    password_history: it.passwordHistory,
    second_factor_roles: it.secondFactorRoles,
  }
  await tx.db
    .insertInto('identity.policy')
    .values({ congress_id: tx.congressId, ...row })
    .onConflict((conflict) => conflict.column('congress_id').doUpdateSet(row))
    .execute()
}
