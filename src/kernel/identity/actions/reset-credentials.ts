import type { Tx } from '#lib/db/tx.ts'
import { saveAccount, type AccountRow } from '../account-store.ts'
import type { Act } from '../act.ts'
import { endAccess } from '../enter.ts'
import { record } from '../events.ts'
import { keepOldHash, replaceRescueCodes } from '../factor-store.ts'
import { temporaryPassword } from '../passwords.ts'
import type { Parts } from '../parts.ts'
import { selfOf, type Steps } from '../steps.ts'
import { about, checkFor, lockFor } from './locked.ts'

/** 重置密码: a password for one sign-in, shown once. The second factor stays (ASVS 6.4.3). */
export async function resetPassword(steps: Steps, { passwords }: Parts, id: string, reason: string): Promise<string> {
  const { actor } = selfOf(steps)
  const { now } = steps
  // Asked before hashing as well, so that nobody makes the program work for a reset they may not do.
  await steps.step((tx) => checkFor({ tx, actor, now }, id, 'resetPassword'))
  const password = temporaryPassword()
  const hash = await passwords.hash(password)
  await steps.step(async (tx) => {
    const it = await lockFor({ tx, actor, now }, id, 'resetPassword')
    await giveTemporaryPassword(tx, it, hash, now)
    await record(tx, now, { name: 'password.reset', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
  })
  return password
}

/** Shared with the command line. */
export async function giveTemporaryPassword(tx: Tx, it: AccountRow, passwordHash: string, now: Date): Promise<void> {
  if (it.passwordHash !== null) await keepOldHash(tx, it.id, it.passwordHash, now)
  const change = { version: it.version + 1, passwordHash, passwordChangedAt: now, isPasswordTemporary: true }
  await saveAccount(tx, it.id, change)
  await endAccess(tx, it.id)
}

/** 解除他人的动态口令: for a lost phone without rescue codes. */
export async function resetSecondFactor(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'resetSecondFactor')
  await takeSecondFactor(tx, it)
  await record(tx, now, { name: 'second_factor.reset', subjectId: id, actorId: actor.id, payload: { ...about(it), reason } })
}

/** Shared with the command line. */
export async function takeSecondFactor(tx: Tx, it: AccountRow): Promise<void> {
  const change = { totpCipher: null, totpPendingCipher: null, totpLastStep: null, totpFailures: 0 }
  await saveAccount(tx, it.id, { version: it.version + 1, ...change })
  await replaceRescueCodes(tx, it.id, [])
  await endAccess(tx, it.id)
}
