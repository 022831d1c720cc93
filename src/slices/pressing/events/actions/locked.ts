import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { among, briefsFor } from '../../linked.ts'
import type { Brief } from '../../rules/reach.ts'
import type { Action } from '../contract.ts'
import { allowed, maySee, refusal, type Guests } from '../rules/may.ts'
import { lock, type FaceToFace } from '../store.ts'

/** Locks a face-to-face event and decides; 404 for what the actor may not see, 403 or 409 otherwise. */
export async function lockFor(
  { tx, actor, now }: Act,
  id: string,
  action: Action,
): Promise<{ it: FaceToFace; members: Brief[] }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这场活动')
  const ids = memberIdsOf(it)
  const members = among(await briefsFor(tx, ids), ids)
  if (!maySee(actor, guestsOf(it), members)) throw new Hidden('这场活动')
  const today = toBeijingDate(now)
  const no = refusal(actor, it, action, today)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, it, today) })
  return { it, members }
}

export function memberIdsOf({ links }: FaceToFace): string[] {
  return links.map((it) => it.suggestionId)
}

export function guestsOf({ units, deputies }: FaceToFace): Guests {
  return { unitIds: units.map((it) => it.id), deputyIds: deputies.map((it) => it.id) }
}

/** Whom an event about it tells. */
export function toTell(guests: Guests, members: readonly Brief[]): { unitIds: string[]; deputyIds: string[] } {
  return {
    unitIds: [...new Set(guests.unitIds)],
    deputyIds: [...new Set([...guests.deputyIds, ...members.map((it) => it.leadDeputyId)])],
  }
}
