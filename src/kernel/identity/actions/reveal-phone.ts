import { record } from '../events.ts'
import { phonePlace, type Parts } from '../parts.ts'
import { selfOf, type Steps } from '../steps.ts'
import { about, lockFor } from './locked.ts'

/** 查看完整手机号: with a reason, and with an event that the audit administrator reads. */
export function revealPhone(steps: Steps, { fields }: Parts, id: string, reason: string): Promise<string> {
  const { actor } = selfOf(steps)
  const { now } = steps
  return steps.step(async (tx) => {
    const it = await lockFor({ tx, actor, now }, id, 'revealPhone')
    await record(tx, now, { name: 'phone.revealed', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
    return fields.open(phonePlace(tx.congressId, id), it.phoneCipher!)
  })
}
