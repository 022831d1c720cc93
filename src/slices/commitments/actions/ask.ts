import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { after } from '../rules/course.ts'
import { save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** The deputies' committee asks the unit for a report; any report answers it, and until then it is not asked twice. */
export async function ask(act: Act, id: string, note: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'ask')
  await save(tx, it, after.ask(clock.today))
  const payload = { ...about(it), note }
  await record(tx, now, { name: 'commitment.asked', subjectId: id, actorId: actor.id, payload })
}
