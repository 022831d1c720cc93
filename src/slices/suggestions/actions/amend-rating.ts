import type { Act } from '#kernel/identity/act.ts'
import type { RateInput } from '../contract.ts'
import { record } from '../events.ts'
import { changeRating } from '../parts-store.ts'
import { save } from '../store.ts'
import { handled, lockFor } from './locked.ts'
import { refuseUnexplained } from './rate.ts'

/**
 * The deputy puts a rating right that nobody has opened; what it said before is kept nowhere, since nobody may ever have learnt it. It stays
 * a rating of the day on which it was given.
 */
export async function amendRating(act: Act, id: string, input: RateInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'amendRating')
  refuseUnexplained(input)
  await changeRating(tx, it, input)
  await save(tx, it, { status: to })
  const { title, reference } = handled(it)
  const payload = { title, reference, round: it.round }
  await record(tx, now, { name: 'suggestion.rating_amended', subjectId: id, actorId: actor.id, payload })
}
