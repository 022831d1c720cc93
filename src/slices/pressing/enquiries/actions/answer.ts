import type { Act } from '#kernel/identity/act.ts'
import { noteContact } from '#slices/suggestions/api.ts'
import { record } from '../../events.ts'
import { notAhead, wrongField } from '../../known.ts'
import type { EnquiryAnswer } from '../contract.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The unit logs how it spoke with the deputy; that is a contact of the suggestion too. Answers the suggestion that it is about. */
export async function answer(act: Act, id: string, input: EnquiryAnswer): Promise<string> {
  const { tx, actor, now } = act
  const { it, to, payload } = await lockFor(act, id, 'answer')
  notAhead(input.contactedOn, now, 'contactedOn')
  if (input.contactedOn < it.askedOn) {
    throw wrongField('before-asked', 'contactedOn', `代表 ${it.askedOn} 才提出，请填这一天或以后的日期。`)
  }
  await save(tx, it, { status: to, ...input })
  const { contactKind: kind, contactedOn, answer: note } = input
  await noteContact(act, it.suggestionId, { unitId: it.unitId, unitName: it.unitName, kind, contactedOn, note })
  await record(tx, now, { name: 'enquiry.answered', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}
