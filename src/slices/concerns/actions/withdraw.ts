import { record } from '../events.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 撤回, while no unit has taken it in hand. */
export async function withdraw(act: ConcernAct, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'withdraw')
  await save(tx, it, to)
  const payload = { ...about(it), reason }
  await record(tx, now, { name: 'concern.withdrawn', subjectId: id, actorId: actor.id, payload })
}
