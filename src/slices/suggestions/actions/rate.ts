import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { RateInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertRating, save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** The deputy rates attitude and result apart; who is dissatisfied says why, since the unit must be able to mend it. */
export async function rate(act: Act, id: string, input: RateInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'rate')
  const isDissatisfied = input.attitude === 'dissatisfied' || input.result === 'dissatisfied'
  if (isDissatisfied && input.reason === '') throw reasonMissing()
  const on = toBeijingDate(now)
  await insertRating(tx, it, input, on)
  await save(tx, it, { status: to, ratedOn: on })
  const { title, reference, unitId } = handled(it)
  await record(tx, now, {
    name: 'suggestion.rated',
    subjectId: id,
    actorId: actor.id,
    payload: { title, reference, unitId, attitude: input.attitude, result: input.result, round: it.round },
  })
}

function reasonMissing(): Problem {
  const message = '选“不满意”时请写明具体意见，承办单位才知道怎么改。'
  return new Problem(422, 'reason-missing', message, { fields: [{ path: 'reason', message }] })
}
