import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** The unit signs for it (签收). The clock already runs since the hand-over. */
export async function accept(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'accept')
  await save(tx, it, { status: to, acceptedOn: toBeijingDate(now) })
  await record(tx, now, { name: 'suggestion.accepted', subjectId: id, actorId: actor.id, payload: handled(it) })
}
