import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { ContactInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertContact } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** The unit notes that it talked with the deputy, without which it may not reply (代表法 art 51). */
export async function logContact(act: Act, id: string, input: ContactInput): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'logContact')
  if (input.contactedOn > toBeijingDate(now)) {
    const fields = [{ path: 'contactedOn', message: '沟通日期还没有到，请填今天或以前的日期。' }]
    throw new Problem(422, 'not-yet', '沟通日期还没有到，请填今天或以前的日期。', { fields })
  }
  await insertContact(tx, it, newId(), input)
  const payload = { ...handled(it), kind: input.kind }
  await record(tx, now, { name: 'suggestion.contacted', subjectId: id, actorId: actor.id, payload })
}
