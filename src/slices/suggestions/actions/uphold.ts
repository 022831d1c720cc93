import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'
import { standing } from './standing.ts'

/** 维持交办: the objection is refused with its reason; the unit must handle it and counts as having received it. */
export async function uphold(act: Act, id: string, { unitId, reason }: { unitId: string; reason: string }): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'uphold')
  const { it, parts, today } = locked
  if (!parts.handlers.some((one) => one.unitId === unitId && one.status === 'objected')) {
    throw new Problem(409, 'no-objection', '这个单位没有等待决定的退办申请，请刷新后再看。')
  }
  const { own, said } = handledBy(locked, unitId)
  await changeHandlers(tx, id, [own.ordinal], { status: 'accepted', acceptedOn: today })
  await save(tx, it, { ...(await standing(tx, id)), acceptedOn: it.acceptedOn ?? today })
  await record(tx, now, { name: 'suggestion.upheld', subjectId: id, actorId: actor.id, payload: { ...said, reason } })
}
