import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import type { SignedIn } from '../session.ts'
import { remove, removeOthers } from '../session-store.ts'

/** 退出: the session is gone on every copy of the program at once. */
export async function signOut(tx: Tx, { actor, sessionId }: SignedIn, now: Date): Promise<void> {
  await remove(tx, actor.id, sessionId)
  const payload = { count: 1, isOwnExit: true }
  await record(tx, now, { name: 'session.ended', subjectId: actor.id, actorId: actor.id, payload })
}

/** Ends one session of the person's own; anybody else's does not exist for them (404). */
export async function endSession(tx: Tx, { actor, sessionId }: SignedIn, id: string, now: Date): Promise<void> {
  if (!(await remove(tx, actor.id, id))) throw notFound('这次登录')
  const payload = { count: 1, isOwnExit: id === sessionId }
  await record(tx, now, { name: 'session.ended', subjectId: actor.id, actorId: actor.id, payload })
}

export async function endOtherSessions(tx: Tx, { actor, sessionId }: SignedIn, now: Date): Promise<void> {
  const count = await removeOthers(tx, actor.id, sessionId)
  if (count === 0) return
  const payload = { count, isOwnExit: false }
  await record(tx, now, { name: 'session.ended', subjectId: actor.id, actorId: actor.id, payload })
}
