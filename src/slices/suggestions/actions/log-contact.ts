import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { faceContactKinds, type ContactInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertContact } from '../parts-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'

/** The unit notes that it talked with the deputy, without which it may not reply (代表法 art 51). */
export async function logContact(act: Act, id: string, input: ContactInput): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'logContact')
  const { it, today } = locked
  if (input.contactedOn > today) throw notYet()
  const { said } = handledBy(locked, actor.unitId)
  await insertContact(tx, it, newId(), said.unitId, input)
  const isFirstMeeting = it.metOn === null && faceContactKinds.some((kind) => kind === input.kind)
  await save(tx, it, isFirstMeeting ? { metOn: input.contactedOn } : {})
  await record(tx, now, {
    name: 'suggestion.contacted',
    subjectId: id,
    actorId: actor.id,
    payload: { ...said, kind: input.kind },
  })
}

function notYet(): Problem {
  const message = '沟通日期还没有到，请填今天或以前的日期。'
  return new Problem(422, 'not-yet', message, { fields: [{ path: 'contactedOn', message }] })
}
