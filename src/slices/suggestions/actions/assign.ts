import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { knownUnit } from './known-unit.ts'
import { handled, lockFor } from './locked.ts'

/** 交办: day 0 of the reply clock. The suggestion keeps the procedure profile under which it was handed over. */
export async function assign(act: Act, id: string, input: { unitId: string; isDifficult: boolean }): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'assign')
  const today = toBeijingDate(now)
  const unit = await knownUnit(tx, input.unitId, today, 'unitId')
  const clock = await loadClock(tx, today)
  const change = {
    status: to,
    unitId: unit.id,
    isDifficult: input.isDifficult,
    handedOverOn: today,
    roundStartedOn: today,
    profileVersion: clock.profileVersion,
  }
  await save(tx, it, change)
  const after = { ...it, ...change, unitName: unit.name }
  await record(tx, now, {
    name: 'suggestion.assigned',
    subjectId: id,
    actorId: actor.id,
    payload: { ...handled(after), dueOn: clock.replyDueOn(after), leadDeputyId: it.leadDeputyId },
  })
}
