import { record } from '../events.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** The unit says that it is not its own; the deputies' committee decides whose it is. */
export async function dispute(act: ConcernAct, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'dispute')
  await save(tx, it, { ...to, objection: reason })
  const payload = { ...about(it), reason }
  await record(tx, now, { name: 'concern.disputed', subjectId: id, actorId: actor.id, payload })
}
