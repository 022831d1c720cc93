import type { Act } from '#kernel/identity/act.ts'
import type { Satisfaction } from '../contract.ts'
import { record } from '../events.ts'
import { markRatingOpened } from '../parts-store.ts'
import { handled, lockFor } from './locked.ts'

/** A clerk of the office looks at a rating before it is final. Who did is on record, and the deputy can read it. */
export async function openRating(
  act: Act,
  id: string,
): Promise<{ attitude: Satisfaction; result: Satisfaction; reason: string }> {
  const { tx, actor, now } = act
  const { it, parts } = await lockFor(act, id, 'openRating')
  const { attitude, result, reason } = parts.ratings.find(({ round }) => round === it.round)!
  await markRatingOpened(tx, it, now)
  const { title, reference } = handled(it)
  const payload = { title, reference, by: actor.name }
  await record(tx, now, { name: 'suggestion.rating_opened', subjectId: id, actorId: actor.id, payload })
  return { attitude, result, reason }
}
