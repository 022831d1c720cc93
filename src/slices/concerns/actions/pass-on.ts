import { loadClock } from '../clock.ts'
import type { PassOnInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertHandOver, save } from '../store.ts'
import { knownUnit, wrongUnit } from './known.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 转办: once, with the reason, and the clock of the other unit begins today. */
export async function passOn(act: ConcernAct, id: string, { unitId, reason }: PassOnInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'passOn')
  if (unitId === it.unitId) throw wrongUnit('same-unit', '这件事已经在本单位。请选择别的单位。')
  const unit = await knownUnit(act, unitId, today)
  const { dueOn } = await loadClock(tx, today)
  await insertHandOver(tx, id, { unitId, kind: 'passed', reason, handedOn: today })
  await save(tx, it, { ...to, unitId, passes: it.passes + 1, handedOn: today, dueOn })
  const from = { fromUnitId: it.unitId, fromUnitName: it.unitName, reason, dueOn }
  const payload = { ...about(it), unitId, unitName: unit.name, ...from }
  await record(tx, now, { name: 'concern.passed_on', subjectId: id, actorId: actor.id, payload })
}
