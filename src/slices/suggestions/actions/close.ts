import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** The deputies' committee closes what the deputy is content with (办结). */
export async function close(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'close')
  await save(tx, it, { status: to, closedOn: toBeijingDate(now) })
  const { title, reference } = handled(it)
  const payload = { title, reference, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.closed', subjectId: id, actorId: actor.id, payload })
}
