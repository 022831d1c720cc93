import { loadClock } from '../clock.ts'
import type { PassOnInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertHandOver, save } from '../store.ts'
import { knownUnit } from './known.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** The deputies' committee decides whose it is: another unit, or the one that said it is not; the clock begins today. */
export async function assign(act: ConcernAct, id: string, { unitId, reason }: PassOnInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'assign')
  const unit = await knownUnit(act, unitId, today)
  const { dueOn } = await loadClock(tx, today)
  await insertHandOver(tx, id, { unitId, kind: 'assigned', reason, handedOn: today })
  await save(tx, it, { ...to, unitId, handedOn: today, dueOn, decision: reason })
  const payload = { ...about(it), unitId, unitName: unit.name, reason, dueOn }
  await record(tx, now, { name: 'concern.assigned', subjectId: id, actorId: actor.id, payload })
}
