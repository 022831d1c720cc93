import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import type { Act } from '../act.ts'
import { record } from '../events.ts'
import { phonePlace } from '../parts.ts'
import { about, lockFor } from './locked.ts'

/** 查看完整手机号: with a reason, and with an event that the audit administrator reads. */
export async function revealPhone(act: Act, fields: FieldCipher, id: string, reason: string): Promise<string> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'revealPhone')
  await record(tx, now, { name: 'phone.revealed', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
  return fields.open(phonePlace(tx.congressId, id), it.phoneCipher!)
}
