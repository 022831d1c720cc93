import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { lockAccount, saveAccount, type AccountRow } from '../account-store.ts'
import { proveSelf, wrongField } from '../attempts.ts'
import type { Me } from '../contract.ts'
import { giveSession } from '../cookies.ts'
import { reenter, type Entered } from '../enter.ts'
import { record } from '../events.ts'
import { keepOldHash, listOldHashes } from '../factor-store.ts'
import type { Parts } from '../parts.ts'
import { loadPolicy } from '../policy-store.ts'
import { passwordFault } from '../rules/password.ts'
import type { Steps } from '../steps.ts'

/** 修改密码: every other session of the person ends, and this one gets a new token. */
export async function changePassword(steps: Steps, parts: Parts, input: { current: string; next: string }): Promise<Me> {
  const account = await proveSelf(steps, parts, input.current, 'current')
  const fault = passwordFault(input.next, account)
  if (fault) throw wrongField('weak-password', 'next', fault)
  await refuseReuse(steps, parts, account, input.next)
  const passwordHash = await parts.passwords.hash(input.next)
  const { session, me } = await steps.step((tx) => write(tx, steps, account, passwordHash))
  giveSession(steps.browser, session)
  return me
}

async function refuseReuse(steps: Steps, { passwords }: Parts, account: AccountRow, next: string): Promise<void> {
  const old = await steps.step(async (tx) => {
    const { passwordHistory } = await loadPolicy(tx)
    return passwordHistory === 0 ? [] : listOldHashes(tx, account.id, passwordHistory - 1)
  })
  for (const hash of [account.passwordHash, ...old]) {
    if (await passwords.verify(hash, next)) throw wrongField('used-password', 'next', '这个密码最近用过，请换一个新的。')
  }
}

async function write(tx: Tx, steps: Steps, judged: AccountRow, passwordHash: string): Promise<Entered> {
  const { now } = steps
  const account = await lockAccount(tx, judged.id)
  if (!account || account.passwordHash !== judged.passwordHash) {
    throw new Problem(409, 'changed-meanwhile', '密码刚刚已被修改，这次没有保存。请用新密码登录。')
  }
  if (account.passwordHash !== null) await keepOldHash(tx, account.id, account.passwordHash, now)
  const change = { passwordHash, passwordChangedAt: now, isPasswordTemporary: false }
  await saveAccount(tx, account.id, change)
  await record(tx, now, { name: 'password.changed', subjectId: account.id, actorId: account.id, payload: {} })
  return reenter(tx, steps, { ...account, ...change })
}
