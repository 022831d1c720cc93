import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** It lacks something that a motion must have; the lead deputy is told what, mends it and hands it in again. */
export async function returnForRevision(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'return')
  await save(tx, it, { status: to })
  const { title, leadDeputyId } = it
  await record(tx, now, { name: 'motion.returned', subjectId: id, actorId: actor.id, payload: { title, leadDeputyId, reason } })
}
