import { requireLiving } from '#kernel/categories/api.ts'
import { listOpenings } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { yearOf } from '../rules/year.ts'
import { indexInternally } from '../search.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The deputy hands the suggestion in for review; 422 where its category was retired while it was a draft. */
export async function submit(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, parts, today } = await lockFor(act, id, 'submit')
  await requireLiving(tx, it.category.code)
  await save(tx, it, { status: to, submittedOn: today, seenAt: null, year: yearOf(it, today, await listOpenings(tx)) })
  await indexInternally(tx, it, parts.requests)
  await record(tx, now, {
    name: 'suggestion.submitted',
    subjectId: id,
    actorId: actor.id,
    payload: { title: it.title, leadDeputyId: it.leadDeputyId, deputyName: it.deputyName },
  })
}
