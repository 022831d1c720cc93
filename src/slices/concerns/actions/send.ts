import { findDeputy } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import type { SendInput } from '../contract.ts'
import { record } from '../events.ts'
import { nameOf } from '../rules/name.ts'
import { insert, insertPhotos } from '../store.ts'
import { takePhotos, knownUnit } from './known.ts'

/** A deputy sends a small concern straight to a unit; nobody reviews it on the way. Answers its id. */
export async function send(act: Act, input: SendInput): Promise<string> {
  const { tx, actor, now } = act
  const deputy = actor.deputyId ? await findDeputy(tx, actor.deputyId) : undefined
  if (!deputy) throw new Problem(403, 'no-seat', '这个账号没有对应的代表，不能用民情直通。请联系代表工作委员会核对代表名册。')
  const today = toBeijingDate(now)
  const unit = await knownUnit(act, input.unitId, today)
  await takePhotos(act, input.photoIds)
  const { dueOn } = await loadClock(tx, today)
  const id = newId()
  const { text, place, isConfidential, photoIds } = input
  await insert(tx, { id, text, place, deputyId: deputy.id, unitId: unit.id, isConfidential, sentOn: today, dueOn })
  await insertPhotos(tx, id, 'concern', photoIds)
  const of = { unitId: unit.id, unitName: unit.name, deputyId: deputy.id, deputyName: deputy.name }
  const payload = { name: nameOf(text), place, ...of, dueOn }
  await record(tx, now, { name: 'concern.sent', subjectId: id, actorId: actor.id, payload })
  return id
}
