import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { among, briefsFor } from '../../linked.ts'
import type { Brief } from '../../rules/reach.ts'
import type { Action, Status } from '../contract.ts'
import { allowed, lifecycle, maySee, refusal } from '../rules/may.ts'
import { lock, type Outcome } from '../store.ts'

/** Locks an outcome and decides; 404 for what the actor may not see, 403 or 409 otherwise. */
export async function lockFor(
  { tx, actor }: Act,
  id: string,
  action: Action,
): Promise<{ it: Outcome; members: Brief[]; to: Status }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这项成果')
  const members = among(await briefsFor(tx, it.suggestionIds), it.suggestionIds)
  if (!maySee(actor, it, members)) throw new Hidden('这项成果')
  const no = refusal(actor, it, members, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, it, members) })
  return { it, members, to: next(lifecycle, it.status, action)! }
}
