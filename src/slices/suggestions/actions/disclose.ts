import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { markRatingOpened } from '../parts-store.ts'
import type { Change } from '../store.ts'
import { handled, type Locked } from './locked.ts'

/** The office has decided, so the rating is final: it counts, and the unit and the public learn it. Answers what the row keeps of it. */
export async function disclose({ tx, now, actor }: Act, { it }: Pick<Locked, 'it'>): Promise<Change> {
  const { attitude, result, round } = it
  if (!attitude || !result || it.status !== 'rated') return {}
  await markRatingOpened(tx, it, now)
  const payload = { ...handled(it), attitude, result, round, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.rating_disclosed', subjectId: it.id, actorId: actor.id, payload })
  return { finalAttitude: attitude, finalResult: result, ...(round === 1 && { firstResult: result }) }
}
