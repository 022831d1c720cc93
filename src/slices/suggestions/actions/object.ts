import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { knownUnit } from './known-unit.ts'
import { handledBy, lockFor } from './locked.ts'
import { standing } from './standing.ts'

/** 申请退办: the matter is not this unit's; inside its window, and naming the unit whose it is where the profile asks for that. */
export async function object(act: Act, id: string, given: { reason: string; proposedUnitId: string | null }): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'object')
  const { it, clock, today } = locked
  const { reason, proposedUnitId } = given
  if (proposedUnitId === null && clock.profileOf(it).objection.needsProposedUnit) throw unitMissing()
  const proposed = proposedUnitId ? await knownUnit(tx, proposedUnitId, today, 'proposedUnitId') : null
  const { own, said } = handledBy(locked, actor.unitId)
  const objection = { objection: reason, objectionUnitId: proposedUnitId, objectedOn: today }
  await changeHandlers(tx, id, [own.ordinal], { status: 'objected', ...objection })
  await save(tx, it, await standing(tx, id))
  const payload = { ...said, reason, proposedUnitName: proposed?.name ?? null }
  await record(tx, now, { name: 'suggestion.objected', subjectId: id, actorId: actor.id, payload })
}

function unitMissing(): Problem {
  const message = '申请退办请写明建议改交的单位。'
  return new Problem(422, 'unit-missing', message, { fields: [{ path: 'proposedUnitId', message }] })
}
