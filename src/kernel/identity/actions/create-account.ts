import { findDeputy, findUnit } from '#kernel/congress/api.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { newId } from '#lib/id.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { findByLogin, findByPhone, insertAccounts } from '../account-store.ts'
import type { Act } from '../act.ts'
import { wrongField } from '../attempts.ts'
import type { NewAccount } from '../contract.ts'
import { record } from '../events.ts'
import { phoneIndexPlace, phonePlace } from '../parts.ts'

/** 开户: without a password and without a role, so it opens nothing until two administrators have done their part. */
export async function createAccount({ tx, actor, now }: Act, fields: FieldCipher, input: NewAccount): Promise<string> {
  const { login, name, unitId, deputyId, phone } = input
  if (await findByLogin(tx, login)) throw wrongField('login-taken', 'login', '这个登录名已经有人使用，请换一个。')
  await refuseUnknown(tx, now, input)
  const id = newId()
  await insertAccounts(tx, [{ id, login, name, unitId, deputyId, ...(await sealPhone(tx, fields, id, phone)) }], now, actor.id)
  await record(tx, now, { name: 'account.created', subjectId: id, actorId: actor.id, payload: { name, login } })
  return id
}

export async function refuseUnknown(
  tx: Tx,
  now: Date,
  { unitId, deputyId }: { unitId?: string | null | undefined; deputyId?: string | null | undefined },
): Promise<void> {
  if (unitId && !(await findUnit(tx, unitId, toBeijingDate(now)))) {
    throw wrongField('unknown-unit', 'unitId', '没有这个单位，或者它已经撤销。请从列表里重新选择。')
  }
  if (deputyId && !(await findDeputy(tx, deputyId)))
    throw wrongField('unknown-deputy', 'deputyId', '没有这位代表。请从名册里重新选择。')
}

/** The number sealed and its index; refuses (422) a number that another account signs in with. */
export async function sealPhone(tx: Tx, fields: FieldCipher, id: string, phone: string | null) {
  if (phone === null) return { phoneCipher: null, phoneIndex: null }
  const place = phoneIndexPlace(tx.congressId)
  const holder = await findByPhone(tx, fields.indexes(place, phone))
  if (holder && holder.id !== id) throw wrongField('phone-taken', 'phone', '这个手机号已经用于另一个账号。')
  return { phoneCipher: fields.seal(phonePlace(tx.congressId, id), phone), phoneIndex: fields.index(place, phone) }
}
