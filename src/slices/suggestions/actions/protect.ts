import { dropFollowers } from '#kernel/notifications/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { protectCommitments } from '#slices/commitments/api.ts'
import { record } from '../events.ts'
import { forgetPublicly, indexPublicly } from '../search.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** 保密办理: asked for by the deputy, or where retaliation is likely (山东办法 art 11); from then on only the office and the units see it. */
export async function protect(
  act: Act,
  id: string,
  { isConfidential, reason }: { isConfidential: boolean; reason: string },
): Promise<void> {
  const { tx, actor, now } = act
  const { it, parts } = await lockFor(act, id, 'protect')
  await save(tx, it, { isConfidential })
  await protectCommitments(tx, id, isConfidential)
  if (isConfidential) {
    await forgetPublicly(tx, id)
    await dropFollowers(tx, id)
  } else if (it.reference !== null) await indexPublicly(tx, { ...it, isConfidential }, parts.requests)
  const payload = { title: it.title, isConfidential, reason, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.protected', subjectId: id, actorId: actor.id, payload })
}
