import type { Tx } from '#lib/db/tx.ts'
import { saveAccount, type AccountRow } from './account-store.ts'
import { isFamiliar, type Tried } from './attempt-store.ts'
import { record } from './events.ts'
import { takeRescueCode } from './factor-store.ts'
import { hashCode, isOneTimeCode, plainCode, stepOf } from './one-time-code.ts'
import { totpPlace, type Parts } from './parts.ts'
import { isCodeBlocked } from './rules/guessing.ts'

export type Verdict = 'right' | 'wrong' | 'blocked'

/**
 * Judges a code against an account that is locked by this transaction: a step that was used is used up, so of two requests with the
 * same code one is refused. Writes what follows from it; the caller lets the transaction commit in every case.
 */
export async function judgeCode(
  tx: Tx,
  { fields, phoneTime }: Pick<Parts, 'fields' | 'phoneTime'>,
  account: AccountRow,
  tried: Tried,
  typed: string,
  now: Date,
): Promise<Verdict> {
  const code = plainCode(typed)
  if (!isOneTimeCode(code)) return judgeRescueCode(tx, account, code, now)
  const facts = { failures: account.totpFailures, failedAt: account.totpFailedAt, isFamiliar: await isFamiliar(tx, tried, now) }
  if (isCodeBlocked(facts, now)) return 'blocked'
  const secret = account.totpCipher && fields.open(totpPlace(tx.congressId, account.id, 'totp_cipher'), account.totpCipher)
  const step = secret ? stepOf(secret, code, phoneTime(now)) : null
  if (step === null || (account.totpLastStep !== null && step <= account.totpLastStep)) return wrong(tx, account, now)
  await saveAccount(tx, account.id, { totpLastStep: step, totpFailures: 0 })
  return 'right'
}

async function judgeRescueCode(tx: Tx, account: AccountRow, code: string, now: Date): Promise<Verdict> {
  const left = await takeRescueCode(tx, account.id, hashCode(code))
  if (left === null) return wrong(tx, account, now)
  await saveAccount(tx, account.id, { totpFailures: 0 })
  await record(tx, now, { name: 'rescue_code.used', subjectId: account.id, actorId: account.id, payload: { left } })
  return 'right'
}

async function wrong(tx: Tx, account: AccountRow, now: Date): Promise<Verdict> {
  await saveAccount(tx, account.id, { totpFailures: account.totpFailures + 1, totpFailedAt: now })
  return 'wrong'
}
