import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { lockAccount } from '../account-store.ts'
import { reserve, type Tried } from '../attempt-store.ts'
import { keyOf, noteFailure, tooMany } from '../attempts.ts'
import type { SignInAnswer } from '../contract.ts'
import { giveSession, TICKET_COOKIE } from '../cookies.ts'
import { enter, hashOf, type Entered } from '../enter.ts'
import { findChallenge, removeChallenge } from '../factor-store.ts'
import { judgeCode } from '../judge-code.ts'
import type { Parts } from '../parts.ts'
import { FAILURES_ALLOWED } from '../rules/guessing.ts'
import { networkOf } from '../rules/network.ts'
import type { Steps } from '../steps.ts'

type Outcome = Entered | 'expired' | 'too_many' | 'wrong' | 'blocked'

/** 输入动态口令: the second half of a sign-in. Wrong codes count like wrong passwords, under the same name. */
export async function enterCode(steps: Steps, parts: Parts, code: string): Promise<SignInAnswer> {
  const ticketHash = hashOf(steps.browser.cookie(TICKET_COOKIE) ?? '')
  const challenge = await steps.step((tx) => findChallenge(tx, ticketHash, steps.now))
  if (!challenge) throw expired()
  const tried = { subject: challenge.subject, network: networkOf(steps.browser.address) }
  const outcome = await parts.inTurn(keyOf(steps, tried), () =>
    steps.step((tx) => judge(tx, steps, parts, { ticketHash, tried, code })),
  )
  if (typeof outcome === 'string') throw problems[outcome]()
  giveSession(steps.browser, outcome.session)
  return { status: 'signed_in', me: outcome.me }
}

/** One transaction that always commits: a wrong code is counted whatever follows. */
async function judge(
  tx: Tx,
  steps: Steps,
  parts: Parts,
  { ticketHash, tried, code }: { ticketHash: Buffer; tried: Tried; code: string },
): Promise<Outcome> {
  const { now } = steps
  const failures = await reserve(tx, tried, now)
  if (failures > FAILURES_ALLOWED) return 'too_many'
  const accountId = (await findChallenge(tx, ticketHash, now))?.accountId
  const account = accountId === undefined ? undefined : await lockAccount(tx, accountId)
  // Read again: another request may have used the ticket, or an administrator ended it, while this one waited for the lock.
  const challenge = await findChallenge(tx, ticketHash, now)
  if (!account?.isEnabled || !challenge) return 'expired'
  const verdict = await judgeCode(tx, parts, account, tried, code, now)
  if (verdict === 'right') {
    await removeChallenge(tx, ticketHash)
    return enter(tx, steps, account, tried, { way: challenge.method, withCode: true })
  }
  const reason = verdict === 'blocked' ? 'blocked' : 'wrong_code'
  await noteFailure(tx, now, tried, { reason, accountId: account.id, failures })
  return verdict
}

function expired(): Problem {
  return new Problem(401, 'sign-in-again', '登录已超过 5 分钟，请重新输入登录名和密码。')
}

const problems = {
  expired,
  too_many: tooMany,
  wrong: () => new Problem(401, 'wrong-code', '动态口令不对或已经用过。请等下一个口令出现后再输入。'),
  blocked: () =>
    new Problem(429, 'second-factor-blocked', '动态口令连续输错太多，暂不能从这里使用。请用备用码，或从常用的网络登录。'),
}
