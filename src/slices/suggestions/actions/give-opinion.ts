import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'

/** 会办意见: a co-handler tells the lead what it does for its part; the lead states it in its reply. */
export async function giveOpinion(act: Act, id: string, text: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'giveOpinion')
  const { it, today } = locked
  const { own, said } = handledBy(locked, actor.unitId)
  await changeHandlers(tx, id, [own.ordinal], { status: 'done', opinion: text, opinionOn: today })
  await save(tx, it, {})
  const payload = { ...said, leadUnitId: it.unitId! }
  await record(tx, now, { name: 'suggestion.opinion_given', subjectId: id, actorId: actor.id, payload })
}
