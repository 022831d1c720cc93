import { findDeputy } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { invite as add } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The lead deputy asks others to join; from now on each edit of the words asks them anew (北京条例 art 11). */
export async function invite(act: Act, id: string, deputyIds: readonly string[]): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'invite')
  if (deputyIds.includes(it.leadDeputyId)) throw problem('领衔代表本人不需要再联名，请去掉自己。')
  for (const deputyId of deputyIds) {
    if (!(await findDeputy(tx, deputyId))) throw problem('有一位代表不在代表名册里，请重新选择。')
  }
  const added = await add(tx, id, [...new Set(deputyIds)], today)
  if (added.length === 0) return
  await save(tx, it, { status: to })
  const payload = { title: it.title, deputyIds: added, leadDeputyId: it.leadDeputyId, deputyName: it.deputyName }
  await record(tx, now, { name: 'suggestion.invited', subjectId: id, actorId: actor.id, payload })
}

function problem(message: string): Problem {
  return new Problem(422, 'wrong-deputy', message, { fields: [{ path: 'deputyIds', message }] })
}
