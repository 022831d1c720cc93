import type { Act } from '#kernel/identity/act.ts'
import { agreeToWithdraw } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'
import { takeBack } from './withdraw.ts'

/** A co-signer agrees that the joint suggestion is taken back; the last agreement takes it back. */
export async function agreeWithdrawal(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'agreeWithdrawal')
  const { it, facts, parts, today } = locked
  const me = parts.cosigners.find((one) => one.deputyId === actor.deputyId)!
  await agreeToWithdraw(tx, id, me.deputyId, today)
  const payload = { title: it.title, deputyId: me.deputyId, deputyName: me.deputyName, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.withdrawal_agreed', subjectId: id, actorId: actor.id, payload })
  const signed = facts.invited.filter((one) => one.answer === 'confirmed' && one.isCurrent)
  const isLast = signed.every((one) => one.hasAgreedWithdrawal || one.deputyId === me.deputyId)
  if (isLast) return takeBack(act, locked, it.withdrawalReason!)
  await save(tx, it, {})
}
