import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { referenceOf } from '../rules/series.ts'
import { save, takeNumber } from '../store.ts'
import { lockFor } from './locked.ts'

/** The motion is received and gets its number, which is never given to another one. */
export async function receive(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, clock } = await lockFor(act, id, 'receive')
  const number = await takeNumber(tx, it.series)
  const reference = referenceOf(it.series, number)
  await save(tx, it, { status: to, receivedOn: clock.today, number, reference })
  const payload = { title: it.title, leadDeputyId: it.leadDeputyId, reference, number }
  await record(tx, now, { name: 'motion.received', subjectId: id, actorId: actor.id, payload })
}
