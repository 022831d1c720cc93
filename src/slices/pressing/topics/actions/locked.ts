import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { among, briefsFor } from '../../linked.ts'
import type { Brief } from '../../rules/reach.ts'
import type { Action, Status } from '../contract.ts'
import { lifecycle } from '../rules/lifecycle.ts'
import { allowed, maySee, refusal, type Facts } from '../rules/may.ts'
import { lock, type Topic } from '../store.ts'

/** The first two beats: lock the topic, decide by the pure rule. 404 for what the actor may not see, 403 or 409 otherwise. */
export async function lockFor(
  { tx, actor }: Act,
  id: string,
  action: Action,
): Promise<{ it: Topic; members: Brief[]; to: Status }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这个重点督办选题')
  const members = among(await briefsFor(tx, it.memberIds), it.memberIds)
  if (!maySee(actor, { status: it.status, unitIds: it.units.map((unit) => unit.id) }, members))
    throw new Hidden('这个重点督办选题')
  const facts = factsOf(it)
  const no = refusal(actor, facts, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, facts) })
  return { it, members, to: next(lifecycle, it.status, action)! }
}

export function factsOf({ status, leadCommitteeId, memberIds }: Topic): Facts {
  return { status, leadCommitteeId, members: memberIds.length }
}

/** The units and deputies that an event of a topic tells. */
export function toTell(it: Topic, members: readonly Brief[]): { unitIds: string[]; deputyIds: string[] } {
  const handling = members.flatMap(({ unitIds }) => unitIds)
  return {
    unitIds: [...new Set([...it.units.map((unit) => unit.id), ...handling])],
    deputyIds: [...new Set(members.map((member) => member.leadDeputyId))],
  }
}
