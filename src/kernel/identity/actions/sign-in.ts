import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { findByLogin, findByPhone, lockAccount, type AccountRow } from '../account-store.ts'
import { giveBack, type Tried } from '../attempt-store.ts'
import { admit, keyOf, noteFailure, triedBy } from '../attempts.ts'
import type { SignInAnswer } from '../contract.ts'
import { giveSession } from '../cookies.ts'
import { enter, giveTicket, issueTicket, type Entered } from '../enter.ts'
import { phoneIndexPlace, type Parts } from '../parts.ts'
import type { Steps } from '../steps.ts'

/**
 * 登录. A name that does not exist goes exactly the same way as a wrong password: one judgement is counted, one verification is made,
 * one event is written, and the answer is the same.
 */
export async function signIn(steps: Steps, parts: Parts, input: { login: string; password: string }): Promise<SignInAnswer> {
  const name = input.login.normalize('NFKC').toLowerCase()
  const tried = triedBy(steps, parts, name)
  const outcome = await parts.inTurn(keyOf(steps, tried), async () => {
    const { loaded, failures } = await admit(steps, parts, tried, async (tx) => ({ account: await findNamed(tx, parts, name) }))
    const account = loaded.account ?? null
    const isRight = await parts.passwords.verify(account?.passwordHash ?? null, input.password)
    const entered = isRight && account ? await steps.step((tx) => admitted(tx, steps, account, tried)) : null
    if (entered) return entered
    const accountId = account?.id ?? null
    await steps.step((tx) => noteFailure(tx, steps.now, tried, { reason: 'wrong_secret', accountId, failures }))
    throw new Problem(401, 'wrong-secret', '登录名或密码不对，请重新输入。连续输错 5 次，将暂停 15 分钟。')
  })
  if ('ticket' in outcome) {
    giveTicket(steps, outcome.ticket)
    return { status: 'code_required', me: null }
  }
  giveSession(steps.browser, outcome.session)
  return { status: 'signed_in', me: outcome.me }
}

const MOBILE = /^1[3-9]\d{9}$/

function findNamed(tx: Tx, { fields }: Parts, name: string): Promise<AccountRow | undefined> {
  if (!MOBILE.test(name)) return findByLogin(tx, name)
  return findByPhone(tx, fields.indexes(phoneIndexPlace(tx.congressId), name))
}

/** Null where the account was disabled or got another password since it was read. */
async function admitted(tx: Tx, steps: Steps, judged: AccountRow, tried: Tried): Promise<Entered | { ticket: string } | null> {
  const account = await lockAccount(tx, judged.id)
  if (!account?.isEnabled || account.passwordHash !== judged.passwordHash) return null
  if (account.totpCipher === null) return enter(tx, steps, account, tried, { way: 'password', withCode: false })
  await giveBack(tx, tried)
  return { ticket: await issueTicket(tx, steps.now, account.id, tried, 'password') }
}
