import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { inviteAll, knownDeputies } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { standingOf } from '../rules/cosigning.ts'
import { save, type Motion } from '../store.ts'
import { lockFor } from './locked.ts'

/** The lead deputy asks others to join; who has an open or confirmed place keeps it. The text is frozen in its present version. */
export async function invite(act: Act, id: string, deputyIds: readonly string[]): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'invite')
  const asked = newlyAsked(it, deputyIds)
  if (asked.length === 0) throw wrongDeputies('这些代表已经在联名名单里，不需要再邀请。', 'already-invited')
  const known = await knownDeputies(tx, asked)
  if (asked.some((one) => !known.has(one))) throw wrongDeputies('有的代表不在本级人大。请从列表里重新选择。', 'unknown-deputy')
  await inviteAll(tx, id, asked, now)
  if (to !== it.status) await save(tx, it, { status: to })
  const { title, leadDeputyId, deputyName: leadName, textVersion } = it
  const payload = { title, leadDeputyId, leadName, deputyIds: asked, textVersion }
  await record(tx, now, { name: 'motion.cosigners-invited', subjectId: id, actorId: actor.id, payload })
}

function newlyAsked(it: Motion, deputyIds: readonly string[]): string[] {
  const kept = it.cosigners.filter((one) => !['declined', 'withdrawn'].includes(standingOf(one, it.textVersion)))
  const known = new Set([it.leadDeputyId, ...kept.map((one) => one.deputyId)])
  return [...new Set(deputyIds)].filter((one) => !known.has(one))
}

function wrongDeputies(message: string, code: string): Problem {
  return new Problem(422, code, message, { fields: [{ path: 'deputyIds', message }] })
}
