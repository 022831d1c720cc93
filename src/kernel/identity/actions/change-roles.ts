import { insertGrants, lockAdministrators, removeGrant, saveAccount } from '../account-store.ts'
import type { Act } from '../act.ts'
import type { Role } from '../contract.ts'
import { endAccess } from '../enter.ts'
import { record } from '../events.ts'
import { grantRefusal, revokeRefusal } from '../rules/administration.ts'
import { factsOf } from '../views.ts'
import { about, lockFor, refuse } from './locked.ts'

/** 授予角色. The person signs in again, with a token that never had fewer rights. */
export async function grantRole(act: Act, id: string, role: Role): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'grant')
  refuse(act, it, 'grant', grantRefusal(factsOf(it), role))
  await insertGrants(tx, [{ accountId: id, role }], now, actor.id)
  await saveAccount(tx, id, { version: it.version + 1 })
  await endAccess(tx, id)
  await record(tx, now, { name: 'role.granted', subjectId: id, actorId: actor.id, payload: { ...about(it), role } })
}

/** 收回角色: in force at once, on every copy of the program. */
export async function revokeRole(act: Act, id: string, role: Role): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'revoke')
  const holders = await lockAdministrators(tx)
  refuse(act, it, 'revoke', revokeRefusal(factsOf(it), role, holders.get(role) ?? 0))
  await removeGrant(tx, id, role)
  await saveAccount(tx, id, { version: it.version + 1 })
  await endAccess(tx, id)
  await record(tx, now, { name: 'role.revoked', subjectId: id, actorId: actor.id, payload: { ...about(it), role } })
}
