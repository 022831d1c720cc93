import { Problem } from '#lib/http/problem.ts'
import { loadClock } from '../clock.ts'
import type { AnswerInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertPhotos, save } from '../store.ts'
import { takePhotos } from './known.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 答复代表: solved, to be solved by a day that is still to come, or not possible and why. The deputy has until `confirmBy` for a word. */
export async function answer(act: ConcernAct, id: string, input: AnswerInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'answer')
  const { result, text, photoIds } = input
  const plannedOn = result === 'planned' ? input.plannedOn : null
  if (result === 'planned' && (plannedOn === null || plannedOn <= today)) throw wrongDay()
  await takePhotos(act, photoIds)
  const { confirmBy } = await loadClock(tx, today)
  await save(tx, it, { ...to, result, answer: text, plannedOn, answeredOn: today, confirmBy })
  await insertPhotos(tx, id, 'answer', photoIds)
  const payload = { ...about(it), result, text, plannedOn, confirmBy }
  await record(tx, now, { name: 'concern.answered', subjectId: id, actorId: actor.id, payload })
}

function wrongDay(): Problem {
  const message = '请写明哪一天前解决，日期要在今天以后。'
  return new Problem(422, 'planned-not-ahead', message, { fields: [{ path: 'plannedOn', message }] })
}
