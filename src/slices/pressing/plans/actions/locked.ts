import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { among, briefsFor } from '../../linked.ts'
import type { Brief } from '../../rules/reach.ts'
import type { Action } from '../contract.ts'
import { maySee, refusal } from '../rules/may.ts'
import { lock, type Plan } from '../store.ts'

/** Locks a plan and decides; 404 for what the actor may not see, 403 otherwise. */
export async function lockFor({ tx, actor }: Act, id: string, action: Action): Promise<{ it: Plan; members: Brief[] }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这个办理方案')
  const members = among(await briefsFor(tx, it.memberIds), it.memberIds)
  if (!maySee(actor, it.unitId, members)) throw new Hidden('这个办理方案')
  const no = refusal(actor, it.unitId)
  if (no) throw new Refused(action, no, { status: 'made', allowed: [] })
  return { it, members }
}
