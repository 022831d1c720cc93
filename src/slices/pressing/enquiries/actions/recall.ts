import type { Act } from '#kernel/identity/act.ts'
import { record } from '../../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The deputy takes it back before the unit has seen it. Answers the suggestion that it is about. */
export async function recall(act: Act, id: string): Promise<string> {
  const { tx, actor, now } = act
  const { it, to, payload } = await lockFor(act, id, 'recall')
  await save(tx, it, { status: to })
  await record(tx, now, { name: 'enquiry.recalled', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}
