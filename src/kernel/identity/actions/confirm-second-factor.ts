import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { lockAccount, saveAccount } from '../account-store.ts'
import { admit, keyOf, noteFailure, triedBy, wrongField } from '../attempts.ts'
import { forgive, type Tried } from '../attempt-store.ts'
import type { Confirmation } from '../contract.ts'
import { giveSession } from '../cookies.ts'
import { reenter, type Entered } from '../enter.ts'
import { record } from '../events.ts'
import { replaceRescueCodes } from '../factor-store.ts'
import { hashCode, newRescueCodes, plainCode, stepOf } from '../one-time-code.ts'
import { totpPlace, type Parts } from '../parts.ts'
import { selfOf, type Steps } from '../steps.ts'

/** 绑定动态口令, second half: the first code. From now on it is asked at every sign-in; other sessions end. */
export async function confirmSecondFactor(steps: Steps, parts: Parts, code: string): Promise<Confirmation> {
  const { id } = selfOf(steps).actor
  const tried = triedBy(steps, parts, `account ${id}`)
  const rescueCodes = newRescueCodes()
  const entered = await parts.inTurn(keyOf(steps, tried), async () => {
    const { failures } = await admit(steps, parts, tried, async () => true)
    const entered = await steps.step((tx) => confirm(tx, steps, parts, tried, { id, code, rescueCodes }))
    if (entered) return entered
    await steps.step((tx) => noteFailure(tx, steps.now, tried, { reason: 'wrong_code', accountId: id, failures }))
    throw wrongField('wrong-code', 'code', '动态口令不对。请核对手机时间是否准确，再输入新出现的 6 位数字。')
  })
  giveSession(steps.browser, entered.session)
  return { rescueCodes, me: entered.me }
}

async function confirm(
  tx: Tx,
  steps: Steps,
  { fields, phoneTime }: Parts,
  tried: Tried,
  { id, code, rescueCodes }: { id: string; code: string; rescueCodes: readonly string[] },
): Promise<Entered | null> {
  const account = await lockAccount(tx, id)
  if (!account?.totpPendingCipher) throw new Problem(409, 'not-enrolling', '没有待确认的绑定。请先取得密钥，再输入口令。')
  const secret = fields.open(totpPlace(tx.congressId, id, 'totp_pending_cipher'), account.totpPendingCipher)
  const step = stepOf(secret, plainCode(code), phoneTime(steps.now))
  if (step === null) return null
  const totpCipher = fields.seal(totpPlace(tx.congressId, id, 'totp_cipher'), secret)
  await saveAccount(tx, id, { totpCipher, totpPendingCipher: null, totpLastStep: step, totpFailures: 0 })
  await replaceRescueCodes(tx, id, rescueCodes.map(hashCode))
  await record(tx, steps.now, { name: 'second_factor.enrolled', subjectId: id, actorId: id, payload: {} })
  await forgive(tx, tried, steps.now)
  return reenter(tx, steps, { ...account, totpCipher })
}
