import { notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { findAccount, lockAccount, type AccountRow } from '../account-store.ts'
import type { Act } from '../act.ts'
import type { AccountAction } from '../contract.ts'
import { allowed, refusal } from '../rules/administration.ts'
import { removeAll } from '../session-store.ts'
import { factsOf } from '../views.ts'

/** The first two beats of every act on an account: lock it, decide by the pure rule. */
export async function lockFor({ tx, actor }: Act, id: string, action: AccountAction): Promise<AccountRow> {
  // Sessions first: a request of that person holds its session and may be waiting for the account.
  if (endsSessions.includes(action) && id !== actor.id) await removeAll(tx, id)
  const it = await lockAccount(tx, id)
  if (!it) throw notFound('这个账号')
  refuse({ actor }, it, action, refusal(actor, factsOf(it), action))
  return it
}

/** The same decision on what is read without a lock, before slow work; to be made again when it is done. */
export async function checkFor({ tx, actor }: Act, id: string, action: AccountAction): Promise<void> {
  const it = await findAccount(tx, id)
  if (!it) throw notFound('这个账号')
  refuse({ actor }, it, action, refusal(actor, factsOf(it), action))
}

const endsSessions: readonly AccountAction[] = ['disable', 'resetPassword', 'resetSecondFactor', 'grant', 'revoke']

export function refuse({ actor }: Pick<Act, 'actor'>, it: AccountRow, action: AccountAction, no: Refusal | null): void {
  if (!no) return
  const status = it.isEnabled ? 'enabled' : 'disabled'
  throw new Refused(action, no, { status, allowed: allowed(actor, factsOf(it)) })
}

/** What every event about an account says of it. */
export function about({ name, login }: AccountRow): { name: string; login: string } {
  return { name, login }
}
