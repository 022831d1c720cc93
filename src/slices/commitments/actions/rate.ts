import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { RateInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertRating, save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** The lead deputy rates the yearly report, once; who is dissatisfied says why. 409 where the form was opened for another year's. */
export async function rate(act: Act, id: string, { year, satisfaction, reason }: RateInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'rate')
  if (it.yearlyYear !== year) throw anotherYear(it.yearlyYear)
  if (satisfaction === 'dissatisfied' && reason === '') throw reasonMissing()
  await insertRating(tx, id, { year, satisfaction, reason, ratedOn: clock.today })
  await save(tx, it, {})
  const payload = { ...about(it), year, satisfaction }
  await record(tx, now, { name: 'commitment.rated', subjectId: id, actorId: actor.id, payload })
}

function anotherYear(year: number | null): Problem {
  return new Problem(409, 'another-year', `现在要评价的是${year}年度的落实情况。请刷新后看最新报告，再评价。`)
}

function reasonMissing(): Problem {
  const message = '选“不满意”时请写明具体意见，承办单位才知道怎么改。'
  return new Problem(422, 'reason-missing', message, { fields: [{ path: 'reason', message }] })
}
