import { record } from '../events.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 不走直通: the deputies' committee finds that it is no small matter of one unit; the deputy may make it a suggestion. */
export async function decline(act: ConcernAct, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'decline')
  await save(tx, it, { ...to, decision: reason })
  const payload = { ...about(it), reason }
  await record(tx, now, { name: 'concern.declined', subjectId: id, actorId: actor.id, payload })
}
