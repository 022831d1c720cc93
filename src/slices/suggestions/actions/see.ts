import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The office has opened what was submitted: from now on its deputy cannot quietly take it back to change it. */
export async function see(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'see')
  await save(tx, it, { seenAt: now })
  await record(tx, now, { name: 'suggestion.seen', subjectId: id, actorId: actor.id, payload: { title: it.title } })
}
