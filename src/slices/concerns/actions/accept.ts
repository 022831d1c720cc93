import { record } from '../events.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 签收: the unit takes it in hand. */
export async function accept(act: ConcernAct, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'accept')
  await save(tx, it, to)
  await record(tx, now, { name: 'concern.accepted', subjectId: id, actorId: actor.id, payload: about(it) })
}
