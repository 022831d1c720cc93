import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The deputies' committee asks for a revision; the deputy is always told why. */
export async function returnForRevision(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'return')
  await save(tx, it, { status: to })
  await record(tx, now, {
    name: 'suggestion.returned',
    subjectId: id,
    actorId: actor.id,
    payload: { title: it.title, reason, leadDeputyId: it.leadDeputyId },
  })
}
