import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../events.ts'
import { referenceOf } from '../rules/series.ts'
import { indexPublicly } from '../search.ts'
import { save, takeNumber } from '../store.ts'
import { lockFor } from './locked.ts'

/** The review is passed: the suggestion gets its number, which is never given to another one. */
export async function register(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, parts } = await lockFor(act, id, 'register')
  const number = await takeNumber(tx, it.series)
  const reference = referenceOf(it.series, number)
  await save(tx, it, { status: to, registeredOn: toBeijingDate(now), number, reference })
  await indexPublicly(tx, it, parts.requests)
  await record(tx, now, {
    name: 'suggestion.registered',
    subjectId: id,
    actorId: actor.id,
    payload: { title: it.title, reference, number, leadDeputyId: it.leadDeputyId },
  })
}
