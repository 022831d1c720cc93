import { requireLiving } from '#kernel/categories/api.ts'
import { findDeputy, findPeriod } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Draft } from '../contract.ts'
import { record } from '../events.ts'
import { seriesOf } from '../rules/series.ts'
import { insert } from '../store.ts'
import { knownUnit } from './known-unit.ts'

/** A deputy begins a suggestion. Nobody else sees it until it is submitted. */
export async function draft({ tx, actor, now }: Act, input: Draft): Promise<string> {
  const deputy = actor.deputyId ? await findDeputy(tx, actor.deputyId) : undefined
  if (!deputy) throw new Problem(403, 'no-seat', '这个账号没有对应的代表，不能提建议。请联系代表工作委员会核对代表名册。')
  const today = toBeijingDate(now)
  const period = await findPeriod(tx, today)
  if (!period) throw new Problem(409, 'no-term', '本级人大还没有设置届次，不能提建议。请联系系统管理员在“组织人员”中设置。')
  await requireLiving(tx, input.category)
  if (input.proposedUnitId) await knownUnit(tx, input.proposedUnitId, today, 'proposedUnitId')
  const id = newId()
  await insert(tx, { id, deputyId: deputy.id, period, series: seriesOf(period, today), draft: input, at: now })
  await record(tx, now, { name: 'suggestion.drafted', subjectId: id, actorId: actor.id, payload: { title: input.title } })
  return id
}
