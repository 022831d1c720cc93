import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { toBeijingDate, type DateOnly } from '#lib/pure/date.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import type { Action, Status } from '../contract.ts'
import { factsOf } from '../facts.ts'
import { findParts, type Parts } from '../parts-store.ts'
import { lifecycle } from '../rules/lifecycle.ts'
import { allowed, maySee, refusal, type Facts } from '../rules/may.ts'
import { lock, type Suggestion } from '../store.ts'

/** A suggestion that nobody else changes until the transaction ends, with all that the rules looked at. */
export interface Locked {
  readonly it: Suggestion
  /** The status that the lifecycle gives it after the action; where several units handle it, see `rules/handling.ts`. */
  readonly to: Status
  readonly parts: Parts
  readonly facts: Facts
  readonly clock: SuggestionClock
  readonly today: DateOnly
}

/**
 * The first two beats, the same for every verb: lock the row, decide by the pure rule. Throws 404 for what the actor may not see,
 * 403 or 409 with what is possible now otherwise.
 */
export async function lockFor({ tx, actor, now }: Act, id: string, action: Action): Promise<Locked> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这件建议')
  if (!maySee(actor, it)) throw new Hidden('这件建议')
  const today = toBeijingDate(now)
  const clock = await loadClock(tx, today)
  const parts = await findParts(tx, id)
  const facts = factsOf(it, parts, clock, today)
  const no = refusal(actor, facts, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, facts) })
  return { it, to: next(lifecycle, it.status, action)!, parts, facts, clock, today }
}

/** What events say of a suggestion that has a number and a unit; the lifecycle gives it both before any of them can happen. */
export function handled(it: Suggestion): { title: string; reference: string; unitId: string; unitName: string } {
  const { title, reference, unitId, unitName } = it
  if (!reference || !unitId || !unitName) throw new Error(`Suggestion ${it.id} is handled without a number or a unit`)
  return { title, reference, unitId, unitName }
}

/** The same, said of the unit that acts, which need not be the one that leads. */
export function handledBy({ it, parts }: Locked, unitId: string | null) {
  const own = parts.handlers.find((one) => one.unitId === unitId && one.status !== 'released')
  if (!own) throw new Error(`Unit ${unitId} has no part in suggestion ${it.id}`)
  return { own, said: { ...handled(it), unitId: own.unitId, unitName: own.unitName } }
}

/** Everybody who speaks through it: the lead deputy and those who confirmed the present text. */
export function speakers({ it, facts }: Pick<Locked, 'it' | 'facts'>): string[] {
  return [
    it.leadDeputyId,
    ...facts.invited.filter((one) => one.answer === 'confirmed' && one.isCurrent).map((one) => one.deputyId),
  ]
}
