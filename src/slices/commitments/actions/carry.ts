import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { yearOf } from '#lib/pure/date.ts'
import type { CarryInput } from '../contract.ts'
import { record } from '../events.ts'
import { after, carryProblem } from '../rules/course.ts'
import { insertCarry, save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** 结转 (上海规定 arts 19, 22): a later date with a written explanation, once a year; the first date stays the one that is counted by. */
export async function carry(act: Act, id: string, { dueOn, explanation }: CarryInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'carry')
  const { today } = clock
  const message = carryProblem(it, dueOn, today)
  if (message) throw new Problem(422, 'not-later', message, { fields: [{ path: 'dueOn', message }] })
  await insertCarry(tx, id, { year: yearOf(today), fromDueOn: it.dueOn, toDueOn: dueOn, explanation, carriedOn: today })
  await save(tx, it, after.carry(it, dueOn))
  const payload = { ...about(it), fromDueOn: it.dueOn, toDueOn: dueOn, explanation }
  await record(tx, now, { name: 'commitment.carried', subjectId: id, actorId: actor.id, payload })
}
