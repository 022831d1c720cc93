import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { forgive, press, pressure, reserve, type Tried } from './attempt-store.ts'
import { findAccount, type AccountRow } from './account-store.ts'
import { record } from './events.ts'
import type { Parts } from './parts.ts'
import { ALARM_AT, FAILURES_ALLOWED, slowDown } from './rules/guessing.ts'
import { networkOf } from './rules/network.ts'
import { selfOf, type Steps } from './steps.ts'

/** Stands for an account that does not exist; what people type by mistake into this field may be a password and is not kept. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Who is trying, as a keyed digest, and from where. Each name counts by itself: if the login name and the phone of a person counted
 * together, a stranger could find out that they belong together.
 */
export function triedBy({ congress, browser }: Steps, { fields }: Parts, name: string): Tried {
  const place = { congressId: congress.id, table: 'identity.attempt', column: 'subject' }
  return { subject: fields.index(place, name), network: networkOf(browser.address) }
}

export function keyOf({ congress }: Steps, tried: Tried): string {
  return [congress.id, tried.subject, tried.network].join(' ')
}

/** Opens the way to one judgement of a secret: counts it, waits where guessing goes on, refuses (429) where it was too much. */
export async function admit<T>(
  steps: Steps,
  parts: Parts,
  tried: Tried,
  load: (tx: Tx) => Promise<T>,
): Promise<{ loaded: T; failures: number }> {
  const { failures, wait, loaded } = await steps.step(async (tx) => {
    const failures = await reserve(tx, tried, steps.now)
    const wait = slowDown(await pressure(tx, steps.now))
    return { failures, wait, loaded: failures > FAILURES_ALLOWED ? null : await load(tx) }
  })
  if (loaded === null) throw tooMany()
  if (wait > 0) await parts.pause(wait)
  return { loaded, failures }
}

export type RefusedFor = 'wrong_secret' | 'wrong_code' | 'blocked' | 'unbound'

/** Writes down a wrong guess, with the lock or the alarm that comes of it. */
export async function noteFailure(
  tx: Tx,
  now: Date,
  { network }: Pick<Tried, 'network'>,
  it: { reason: RefusedFor; accountId: string | null; failures: number },
): Promise<void> {
  const subjectId = it.accountId ?? NOBODY
  const isKnown = it.accountId !== null
  const refused = { name: 'sign_in.refused', subjectId, actorId: null } as const
  await record(tx, now, { ...refused, payload: { network, reason: it.reason, isKnown } })
  if (it.failures === FAILURES_ALLOWED) await record(tx, now, { ...refused, payload: { network, reason: 'too_many', isKnown } })
  const failures = await press(tx, now)
  if (failures !== ALARM_AT) return
  await record(tx, now, { name: 'guessing.noticed', subjectId: NOBODY, actorId: null, payload: { failures } })
}

/** Asks a signed-in person for their password again, under the same guard against guessing as a sign-in. `path` names the field. */
export async function proveSelf(steps: Steps, parts: Parts, password: string, path: string): Promise<AccountRow> {
  const { id } = selfOf(steps).actor
  const tried = triedBy(steps, parts, `account ${id}`)
  return parts.inTurn(keyOf(steps, tried), async () => {
    const { loaded: account, failures } = await admit(steps, parts, tried, (tx) => getAccount(tx, id))
    if (await parts.passwords.verify(account.passwordHash, password)) {
      await steps.step((tx) => forgive(tx, tried, steps.now))
      return account
    }
    await steps.step((tx) => noteFailure(tx, steps.now, tried, { reason: 'wrong_secret', accountId: id, failures }))
    throw wrongField('wrong-password', path, '当前密码不对，没有保存。请重新输入。')
  })
}

/** The account of the session itself, which exists as long as the session does. */
export async function getAccount(tx: Tx, id: string): Promise<AccountRow> {
  const account = await findAccount(tx, id)
  if (!account) throw new Error(`Account ${id} has a session but no row`)
  return account
}

export function wrongField(code: string, path: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path, message }] })
}

export function tooMany(): Problem {
  return new Problem(429, 'too-many-attempts', '连续输错太多，请 15 分钟后再试。忘记密码请联系本单位的系统管理员重置。')
}
