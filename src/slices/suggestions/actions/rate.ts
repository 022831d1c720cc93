import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { RateInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertRating } from '../parts-store.ts'
import { save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/**
 * The deputy rates attitude and result apart; who is dissatisfied says why, since the unit must be able to mend it. The unit learns
 * what was said when the office has decided on it, never before (重庆条例 art 38: no pressure on a rating).
 */
export async function rate(act: Act, id: string, input: RateInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'rate')
  refuseUnexplained(input)
  await insertRating(tx, it, input, today)
  await save(tx, it, { status: to, ratedOn: today })
  const { title, reference } = handled(it)
  const payload = { title, reference, round: it.round }
  await record(tx, now, { name: 'suggestion.rated', subjectId: id, actorId: actor.id, payload })
}

/** 422 for who is dissatisfied and does not say why. */
export function refuseUnexplained({ attitude, result, reason }: RateInput): void {
  if ((attitude !== 'dissatisfied' && result !== 'dissatisfied') || reason !== '') return
  const message = '选“不满意”时请写明具体意见，承办单位才知道怎么改。'
  throw new Problem(422, 'reason-missing', message, { fields: [{ path: 'reason', message }] })
}
