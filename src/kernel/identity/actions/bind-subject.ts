import { Problem } from '#lib/http/problem.ts'
import { saveAccount } from '../account-store.ts'
import type { Act } from '../act.ts'
import { wrongField } from '../attempts.ts'
import { record } from '../events.ts'
import { bindAccount, findBoundAccount } from '../factor-store.ts'
import type { Parts } from '../parts.ts'
import { about, lockFor } from './locked.ts'

/** 绑定统一身份认证: by the subject that the provider's administrator names, never by a matching e-mail address. */
export async function bindSubject(act: Act, { oidc }: Parts, id: string, subject: string | null): Promise<void> {
  const { tx, actor, now } = act
  const it = await lockFor(act, id, 'bindSubject')
  if (!oidc) throw new Problem(409, 'no-identity-provider', '本系统没有配置统一身份认证，不能绑定。')
  const holder = subject === null ? undefined : await findBoundAccount(tx, oidc.issuer, subject)
  if (holder && holder !== id) throw wrongField('subject-taken', 'subject', '这个用户标识已经绑定了另一个账号。')
  await bindAccount(tx, id, oidc.issuer, subject)
  await saveAccount(tx, id, { version: it.version + 1 })
  await record(tx, now, { name: 'account.bound', subjectId: id, actorId: actor.id, payload: { ...about(it), subject } })
}
