import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** 已阅: the unit has seen it; from now on the deputy cannot take it back. Answers the suggestion that it is about. */
export async function acknowledge(act: Act, id: string): Promise<string> {
  const { tx, actor, now } = act
  const { it, to, payload } = await lockFor(act, id, 'acknowledge')
  await save(tx, it, { status: to, acknowledgedOn: toBeijingDate(now) })
  await record(tx, now, { name: 'enquiry.acknowledged', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}
