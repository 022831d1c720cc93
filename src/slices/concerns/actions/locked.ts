import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused, Stale } from '#lib/http/refused.ts'
import { toBeijingDate, type DateOnly } from '#lib/pure/date.ts'
import type { Action, Status } from '../contract.ts'
import { moved } from '../rules/course.ts'
import { allowed, maySee, refusal } from '../rules/may.ts'
import { nameOf } from '../rules/name.ts'
import { lock, type Concern } from '../store.ts'

/** An act upon a concern as it was read: `version` is that of the page (If-Match), null where it was not sent. */
export interface ConcernAct extends Act {
  readonly version: number | null
}

export interface Locked {
  readonly it: Concern
  /** The status that the lifecycle gives it, and the day on which it is settled where that ends it. */
  readonly to: { readonly status: Status; readonly settledOn: string | null }
  readonly today: DateOnly
}

/**
 * The first two beats, the same for every act: lock the row, decide by the pure rule. Throws 404 for what the actor may not see,
 * 403 or 409 with what is possible now otherwise, 412 where it was changed since it was read.
 */
export async function lockFor({ tx, actor, now, version }: ConcernAct, id: string, action: Action): Promise<Locked> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这件事')
  if (!maySee(actor, it)) throw new Hidden('这件事')
  const no = refusal(actor, it, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, it) })
  if (version !== null && version !== it.version) throw new Stale()
  const today = toBeijingDate(now)
  return { it, to: moved(it, action, today)!, today }
}

/** What every event says of the concern it is about. */
export function about({ text, place, unitId, unitName, deputyId, deputyName }: Concern) {
  return { name: nameOf(text), place, unitId, unitName, deputyId, deputyName }
}
