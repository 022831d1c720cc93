import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { loadClock, type MotionClock } from '../clock.ts'
import type { Action, Status } from '../contract.ts'
import { standingOf } from '../rules/cosigning.ts'
import { lifecycle } from '../rules/lifecycle.ts'
import { allowed, maySee, refusal, type Facts } from '../rules/may.ts'
import { find, lock, type Motion } from '../store.ts'

/** A locked motion, what its rules look at, and the status that the lifecycle gives it. */
export interface Locked {
  readonly it: Motion
  readonly facts: Facts
  readonly to: Status
  readonly clock: MotionClock
}

/**
 * The first two beats, the same for every verb: lock the row, decide by the pure rule. Throws 404 for what the actor may not see,
 * 403 or 409 with what is possible now otherwise. `others` are locked as well, all in one order.
 */
export async function lockFor(act: Act, id: string, action: Action, ...others: string[]): Promise<Locked> {
  const { tx, actor, now } = act
  await lock(tx, id, ...others)
  const it = await find(tx, id)
  if (!it) throw notFound('这件议案')
  if (!maySee(actor, it)) throw new Hidden('这件议案')
  const clock = await loadClock(tx, toBeijingDate(now))
  const facts = { ...it, minimum: clock.minimumOf(it) }
  const no = refusal(actor, facts, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, facts) })
  return { it, facts, to: next(lifecycle, it.status, action)!, clock }
}

/** What events say of a motion that has a number; the lifecycle gives it one before any of them can happen. */
export function numbered(it: Motion): { title: string; leadDeputyId: string; reference: string; number: number } {
  const { title, leadDeputyId, reference, number } = it
  if (reference === null || number === null) throw new Error(`Motion ${it.id} is handled without a number`)
  return { title, leadDeputyId, reference, number }
}

/** Those whose names stand under the present text, beside the lead deputy. */
export function signersOf({ cosigners, textVersion }: Motion): string[] {
  return cosigners.filter((it) => standingOf(it, textVersion) === 'confirmed').map((it) => it.deputyId)
}
