import { requireLiving } from '#kernel/categories/api.ts'
import { findPeriod, listOpenings } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { answer, invite } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { seriesOf } from '../rules/series.ts'
import { yearOf } from '../rules/year.ts'
import { indexInternally } from '../search.ts'
import { find, insert, save } from '../store.ts'

/** What was put as a motion and, with the consent of its lead deputy, goes on as a suggestion. */
export interface FromMotion {
  readonly title: string
  readonly matter: string
  readonly requests: readonly string[]
  readonly category: string
  readonly isPublic: boolean
  readonly leadDeputyId: string
  /** Those whose names stood under the motion; they confirmed this very text, so they are not asked again. */
  readonly cosignerIds: readonly string[]
}

/**
 * A submitted suggestion of the same deputies, to be reviewed and numbered as any other; answers its id. The office enters it
 * after the deputy agreed (上海市人民代表大会关于代表议案的规定 arts 9–10: 改作建议、批评和意见提出).
 */
export async function receiveFromMotion({ tx, actor, now }: Act, it: FromMotion): Promise<string> {
  const today = toBeijingDate(now)
  const period = await findPeriod(tx, today)
  if (!period) throw new Problem(409, 'no-term', '本届任期还没有设置，不能转为建议。请联系系统管理员。')
  await requireLiving(tx, it.category)
  const id = newId()
  const { title, matter, category, isPublic, leadDeputyId } = it
  const draft = { title, matter, requests: [...it.requests], category, proposedUnitId: null, isPublic, isConfidential: false }
  await insert(tx, { id, deputyId: leadDeputyId, period, series: seriesOf(period, today), draft, at: now })
  await record(tx, now, { name: 'suggestion.drafted', subjectId: id, actorId: actor.id, payload: { title } })
  if (it.cosignerIds.length > 0) await invite(tx, id, it.cosignerIds, today)
  for (const deputyId of it.cosignerIds) await answer(tx, id, deputyId, { answer: 'confirmed', textVersion: 1 }, today)
  const made = await find(tx, id)
  if (!made) throw new Error(`Suggestion ${id} was not made`)
  await save(tx, made, { status: 'submitted', submittedOn: today, year: yearOf(made, today, await listOpenings(tx)) })
  await indexInternally(tx, made, draft.requests)
  const payload = { title, leadDeputyId, deputyName: made.deputyName }
  await record(tx, now, { name: 'suggestion.submitted', subjectId: id, actorId: actor.id, payload })
  return id
}
