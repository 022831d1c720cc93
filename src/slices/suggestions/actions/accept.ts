import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'
import { standing } from './standing.ts'

/** The unit signs for it (签收). The clock already runs since the hand-over. */
export async function accept(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'accept')
  const { it, today } = locked
  const { own, said } = handledBy(locked, actor.unitId)
  await changeHandlers(tx, id, [own.ordinal], { status: 'accepted', acceptedOn: today })
  await save(tx, it, { ...(await standing(tx, id)), acceptedOn: it.acceptedOn ?? today })
  await record(tx, now, { name: 'suggestion.accepted', subjectId: id, actorId: actor.id, payload: said })
}
