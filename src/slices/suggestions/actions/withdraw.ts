import type { Act } from '#kernel/identity/act.ts'
import { supersedeCommitments } from '#slices/commitments/api.ts'
import { record } from '../events.ts'
import { dropReplyDrafts } from '../reply-draft-store.ts'
import { forgetPublicly } from '../search.ts'
import { save } from '../store.ts'
import { lockFor, speakers, type Locked } from './locked.ts'

/**
 * The deputy takes it back in writing, which ends handling (重庆条例 art 12); a joint one only when all who signed agree (上海规定 art 10), so
 * they are asked. Its number stays taken. What nobody had been shown yet is taken back unheard: no office is told of a draft.
 */
export async function withdraw(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'withdraw')
  const { it, to } = locked
  if (it.submittedOn === null) {
    await save(tx, it, { status: to })
    await record(tx, now, {
      name: 'suggestion.discarded',
      subjectId: id,
      actorId: actor.id,
      payload: { title: it.title, reason },
    })
    return
  }
  const others = speakers(locked).filter((deputyId) => deputyId !== it.leadDeputyId)
  if (others.length === 0) return takeBack(act, locked, reason)
  await save(tx, it, { withdrawalReason: reason })
  const payload = { title: it.title, reason, deputyIds: others, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.withdrawal_asked', subjectId: id, actorId: actor.id, payload })
}

/** It is withdrawn for good. */
export async function takeBack(act: Act, { it, parts }: Locked, reason: string): Promise<void> {
  const { tx, actor, now } = act
  await save(tx, it, { status: 'withdrawn' })
  await forgetPublicly(tx, it.id)
  await dropReplyDrafts(
    tx,
    it.id,
    parts.drafts.map((one) => one.unitId),
  )
  await supersedeCommitments(act, it.id, reason)
  const payload = { title: it.title, reason, leadDeputyId: it.leadDeputyId, unitId: it.unitId }
  await record(tx, now, { name: 'suggestion.withdrawn', subjectId: it.id, actorId: actor.id, payload })
}
