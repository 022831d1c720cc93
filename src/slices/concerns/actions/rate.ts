import { record } from '../events.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 满意: the deputy's last word, and the end. */
export async function confirm(act: ConcernAct, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'confirm')
  await save(tx, it, { ...to, isSatisfied: true })
  await record(tx, now, { name: 'concern.confirmed', subjectId: id, actorId: actor.id, payload: about(it) })
}

/** 不满意, with the reason; what is not solved may become a suggestion. */
export async function reject(act: ConcernAct, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'reject')
  await save(tx, it, { ...to, isSatisfied: false, complaint: reason })
  const payload = { ...about(it), reason }
  await record(tx, now, { name: 'concern.rejected', subjectId: id, actorId: actor.id, payload })
}
