import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { forgetPublicly } from '../search.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/**
 * The deputy takes it back in writing, which ends handling (重庆条例 art 12). Its number stays taken. What nobody had been shown yet
 * is taken back unheard: no office is told of a draft.
 */
export async function withdraw(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'withdraw')
  await save(tx, it, { status: to })
  if (it.submittedOn === null) {
    const payload = { title: it.title, reason }
    await record(tx, now, { name: 'suggestion.discarded', subjectId: id, actorId: actor.id, payload })
    return
  }
  await forgetPublicly(tx, id)
  const payload = { title: it.title, reason, leadDeputyId: it.leadDeputyId, unitId: it.unitId }
  await record(tx, now, { name: 'suggestion.withdrawn', subjectId: id, actorId: actor.id, payload })
}
