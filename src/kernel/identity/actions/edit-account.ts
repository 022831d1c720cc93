import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { Stale } from '#lib/http/refused.ts'
import { saveAccount, type AccountChange } from '../account-store.ts'
import type { Act } from '../act.ts'
import type { AccountEdit } from '../contract.ts'
import { endAccess } from '../enter.ts'
import { record } from '../events.ts'
import { moveRefusal } from '../rules/administration.ts'
import { factsOf } from '../views.ts'
import { refuseUnknown, sealPhone } from './create-account.ts'
import { about, lockFor, refuse } from './locked.ts'

/** 修改账号. Another unit or deputy is another set of rights: the person's sessions end. */
export async function editAccount(
  act: Act,
  fields: FieldCipher,
  id: string,
  input: AccountEdit,
  ifMatch: number | null,
): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'edit')
  if (ifMatch !== null && ifMatch !== it.version) throw new Stale()
  const isMoved = isOther(input.unitId, it.unitId) || isOther(input.deputyId, it.deputyId)
  if (isMoved) refuse(act, it, 'edit', moveRefusal(actor, factsOf(it)))
  await refuseUnknown(tx, now, input)
  const { phone, ...rest } = input
  const change: AccountChange = { version: it.version + 1, ...given(rest) }
  await saveAccount(tx, id, phone === undefined ? change : { ...change, ...(await sealPhone(tx, fields, id, phone)) })
  if (isMoved) await endAccess(tx, id)
  const payload = { ...about(it), fields: Object.keys(input) }
  await record(tx, now, { name: 'account.edited', subjectId: id, actorId: actor.id, payload })
}

function isOther(next: string | null | undefined, present: string | null): boolean {
  return next !== undefined && next !== present
}

/** Without the keys that were left out. */
function given({ name, unitId, deputyId }: Omit<AccountEdit, 'phone'>): AccountChange {
  return {
    ...(name !== undefined && { name }),
    ...(unitId !== undefined && { unitId }),
    ...(deputyId !== undefined && { deputyId }),
  }
}
