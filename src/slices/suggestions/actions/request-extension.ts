import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { insertExtension } from '../extension-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'

/** Asks for more time before the limit; never beyond six months from the hand-over (代表法 art 51). 422 where nothing is left to give. */
export async function requestExtension(
  act: Act,
  id: string,
  { months, reason }: { months: number; reason: string },
): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'requestExtension')
  const { it, clock, parts, today } = locked
  const dueOn = clock.replyDueOn({ ...it, extendedMonths: it.extendedMonths + months })
  if (dueOn <= clock.replyDueOn(it) || it.extendedMonths + months > MOST) throw atLimit()
  const { said } = handledBy(locked, actor.unitId)
  await insertExtension(tx, { id, ordinal: parts.extensions.length + 1, unitId: said.unitId, months, reason, on: today })
  await save(tx, it, {})
  const payload = { ...said, months, reason, dueOn }
  await record(tx, now, { name: 'suggestion.extension_requested', subjectId: id, actorId: actor.id, payload })
}

/** Months in all, from three to six. */
const MOST = 3

function atLimit(): Problem {
  const message = '答复期限最长到自交办之日起六个月，不能再延。请减少延期的月数，或者按期答复。'
  return new Problem(422, 'at-limit', message, { fields: [{ path: 'months', message }] })
}
