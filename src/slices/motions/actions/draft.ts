import { findPeriod } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Draft } from '../contract.ts'
import { record } from '../events.ts'
import { seriesOf } from '../rules/series.ts'
import { insert } from '../store.ts'

/** A deputy begins a motion. Session and series are those of the day; the submission sets them anew. */
export async function draft({ tx, actor, now }: Act, input: Draft): Promise<string> {
  if (!actor.deputyId) throw new Problem(403, 'no-seat', '只有本级人大代表可以提出议案。您的账号没有关联代表，请联系代表工委。')
  checkOutline(input)
  const today = toBeijingDate(now)
  const period = await findPeriod(tx, today)
  if (!period) throw new Problem(409, 'no-term', '本届任期还没有设置，不能起草议案。请联系系统管理员。')
  const id = newId()
  await insert(tx, { id, deputyId: actor.deputyId, period, series: seriesOf(period, today), draft: input, at: now })
  await record(tx, now, { name: 'motion.drafted', subjectId: id, actorId: actor.id, payload: { title: input.title } })
  return id
}

/** A legislative motion carries a draft or its main points (上海市人民代表大会关于代表议案的规定 art 5). */
export function checkOutline({ kind, outline }: Draft): void {
  if (kind !== 'legislation' || outline) return
  const message = '立法议案应当附法规草案，或者立法要旨、主要内容及其说明。'
  throw new Problem(422, 'outline-missing', message, { fields: [{ path: 'outline', message }] })
}
