import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { decideExtension as decide } from '../extension-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'

/** The office consents to more time, or refuses with a reason; the deputy is told of the new date (上海规定 art 19). */
export async function decideExtension(
  act: Act,
  id: string,
  given: { decision: 'granted' | 'refused'; note: string },
): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'decideExtension')
  const { it, parts, clock, today } = locked
  const asked = parts.extensions.find((one) => one.decision === null)!
  if (given.decision === 'refused' && given.note === '') throw noteMissing()
  const { said } = handledBy(locked, asked.unitId)
  await decide(tx, { id, ordinal: asked.ordinal, ...given, on: today })
  const extendedMonths = it.extendedMonths + (given.decision === 'granted' ? asked.months : 0)
  await save(tx, it, { extendedMonths })
  const payload = { ...said, note: given.note, dueOn: clock.replyDueOn({ ...it, extendedMonths }), leadDeputyId: it.leadDeputyId }
  const name = given.decision === 'granted' ? 'suggestion.extended' : 'suggestion.extension_refused'
  await record(tx, now, { name, subjectId: id, actorId: actor.id, payload })
}

function noteMissing(): Problem {
  const message = '不同意延期请写明理由，承办单位才知道怎么办。'
  return new Problem(422, 'note-missing', message, { fields: [{ path: 'note', message }] })
}
