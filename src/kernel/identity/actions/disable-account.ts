import { lockAdministrators, saveAccount } from '../account-store.ts'
import type { Act } from '../act.ts'
import { endAccess } from '../enter.ts'
import { record } from '../events.ts'
import { administrators, lastRefusal } from '../rules/administration.ts'
import { about, lockFor, refuse } from './locked.ts'

/** 停用: the account stays as history, its sessions end in the same transaction. */
export async function disableAccount(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'disable')
  const role = administrators.find((role) => it.roles.includes(role))
  if (role) refuse(act, it, 'disable', lastRefusal((await lockAdministrators(tx)).get(role) ?? 0))
  await saveAccount(tx, id, { version: it.version + 1, isEnabled: false })
  await endAccess(tx, id)
  await record(tx, now, { name: 'account.disabled', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
}

/** 恢复使用: with the password and the roles of before. */
export async function enableAccount(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'enable')
  await saveAccount(tx, id, { version: it.version + 1, isEnabled: true })
  await record(tx, now, { name: 'account.enabled', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
}
