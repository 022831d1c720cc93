import type { Act } from '#kernel/identity/act.ts'
import { Refused } from '#lib/http/refused.ts'
import type { WithdrawInput } from '../contract.ts'
import { record } from '../events.ts'
import { allowed } from '../rules/may.ts'
import { save } from '../store.ts'
import { lockFor, signersOf } from './locked.ts'

/**
 * The lead deputy takes the motion back. Once it was submitted it is the co-signers' as well, and goes only if all agree
 * (as domain A1.3 has it for joint suggestions). Its number stays taken; of a draft no office is told.
 */
export async function withdraw(act: Act, id: string, input: WithdrawInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, facts } = await lockFor(act, id, 'withdraw')
  const cosignerIds = signersOf(it)
  if (it.submittedOn !== null && cosignerIds.length > 0 && !input.isAgreedByAll) {
    const sentence = '议案已经提交，撤回要征得全体联名代表同意。征得同意后请勾选说明，再撤回。'
    throw new Refused(
      'withdraw',
      { kind: 'conflict', code: 'not-agreed', sentence },
      { status: it.status, allowed: allowed(actor, facts) },
    )
  }
  await save(tx, it, { status: to })
  const { title, leadDeputyId } = it
  const payload = { title, leadDeputyId, reason: input.reason, cosignerIds }
  const name = it.submittedOn === null ? 'motion.discarded' : 'motion.withdrawn'
  await record(tx, now, { name, subjectId: id, actorId: actor.id, payload })
}
