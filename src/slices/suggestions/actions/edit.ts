import { requireLiving } from '#kernel/categories/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Stale } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Draft } from '../contract.ts'
import { record } from '../events.ts'
import { rewrite } from '../store.ts'
import { knownUnit } from './known-unit.ts'
import { lockFor } from './locked.ts'

/** Rewrites a draft. `version` is what the writer had read (If-Match); an older one is refused, so no two tabs overwrite each other. */
export async function edit(act: Act, id: string, input: Draft, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, facts } = await lockFor(act, id, 'edit')
  if (version !== null && version !== it.version) throw new Stale()
  // One that was retired meanwhile may stay while the deputy writes; submitting asks again.
  if (input.category !== it.category.code) await requireLiving(tx, input.category)
  if (input.proposedUnitId) await knownUnit(tx, input.proposedUnitId, toBeijingDate(now), 'proposedUnitId')
  await rewrite(tx, it, input, to)
  const again = facts.invited.filter((one) => one.answer === 'confirmed' && one.isCurrent).map((one) => one.deputyId)
  const payload = { title: input.title, deputyIds: again, deputyName: it.deputyName }
  await record(tx, now, { name: 'suggestion.edited', subjectId: id, actorId: actor.id, payload })
}
