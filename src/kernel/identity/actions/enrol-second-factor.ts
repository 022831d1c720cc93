import QRCode from 'qrcode'
import { Problem } from '#lib/http/problem.ts'
import { lockAccount, saveAccount } from '../account-store.ts'
import { proveSelf } from '../attempts.ts'
import type { Enrolment } from '../contract.ts'
import { enrolmentUri, newSecret } from '../one-time-code.ts'
import { totpPlace, type Parts } from '../parts.ts'
import type { Steps } from '../steps.ts'

/** 绑定动态口令, first half: a secret for the authenticator. It counts only once its first code has come back. */
export async function enrolSecondFactor(steps: Steps, parts: Parts, password: string): Promise<Enrolment> {
  const { id, login } = await proveSelf(steps, parts, password, 'password')
  const secret = newSecret()
  await steps.step(async (tx) => {
    const account = await lockAccount(tx, id)
    if (account?.totpCipher) throw new Problem(409, 'already-enrolled', '已经绑定了动态口令。换手机请先解除，再重新绑定。')
    await saveAccount(tx, id, {
      totpPendingCipher: parts.fields.seal(totpPlace(tx.congressId, id, 'totp_pending_cipher'), secret),
    })
  })
  const uri = enrolmentUri(secret, steps.congress.shortName, login)
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg', margin: 2 }) }
}
