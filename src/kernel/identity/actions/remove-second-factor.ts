import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { lockAccount, saveAccount } from '../account-store.ts'
import { forgive, type Tried } from '../attempt-store.ts'
import { admit, keyOf, noteFailure, proveSelf, triedBy, wrongField } from '../attempts.ts'
import type { Me } from '../contract.ts'
import { giveSession } from '../cookies.ts'
import { reenter, type Entered } from '../enter.ts'
import { record } from '../events.ts'
import { replaceRescueCodes } from '../factor-store.ts'
import { judgeCode, type Verdict } from '../judge-code.ts'
import type { Parts } from '../parts.ts'
import { loadPolicy } from '../policy-store.ts'
import type { Steps } from '../steps.ts'

/** 解除动态口令: needs the password and a code, and is refused where the congress demands a second factor of this person. */
export async function removeSecondFactor(steps: Steps, parts: Parts, input: { password: string; code: string }): Promise<Me> {
  const { id } = await proveSelf(steps, parts, input.password, 'password')
  const tried = triedBy(steps, parts, `account ${id}`)
  const outcome = await parts.inTurn(keyOf(steps, tried), async () => {
    const { failures } = await admit(steps, parts, tried, async () => true)
    const outcome = await steps.step((tx) => removeFactor(tx, steps, parts, tried, { id, code: input.code }))
    if (typeof outcome !== 'string') return outcome
    await steps.step((tx) => noteFailure(tx, steps.now, tried, { reason: 'wrong_code', accountId: id, failures }))
    throw wrongField('wrong-code', 'code', '动态口令不对或已经用过，没有解除。请等下一个口令出现后再输入。')
  })
  giveSession(steps.browser, outcome.session)
  return outcome.me
}

async function removeFactor(
  tx: Tx,
  steps: Steps,
  parts: Parts,
  tried: Tried,
  { id, code }: { id: string; code: string },
): Promise<Entered | Exclude<Verdict, 'right'>> {
  const { now } = steps
  const account = await lockAccount(tx, id)
  if (!account?.totpCipher) throw new Problem(409, 'not-enrolled', '没有绑定动态口令，不需要解除。')
  const { secondFactorRoles } = await loadPolicy(tx)
  if (secondFactorRoles.some((role) => account.roles.includes(role))) {
    throw new Problem(409, 'second-factor-required', '您的角色必须使用动态口令，不能解除。换手机请联系系统管理员。')
  }
  const verdict = await judgeCode(tx, parts, account, tried, code, now)
  if (verdict !== 'right') return verdict
  await saveAccount(tx, id, { totpCipher: null, totpPendingCipher: null, totpLastStep: null })
  await replaceRescueCodes(tx, id, [])
  await record(tx, now, { name: 'second_factor.removed', subjectId: id, actorId: id, payload: {} })
  await forgive(tx, tried, now)
  return reenter(tx, steps, { ...account, totpCipher: null })
}
