import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'
import { lifecycle } from '../rules/lifecycle.ts'
import { allowed, factsOf, maySee, refusal } from '../rules/may.ts'
import { lock, type Suggestion } from '../store.ts'

/**
 * The first two beats, the same for every verb: lock the row, decide by the pure rule. Answers the suggestion and the status that
 * the lifecycle gives it. Throws 404 for what the actor may not see, 403 or 409 with what is possible now otherwise.
 */
export async function lockFor({ tx, actor }: Act, id: string, action: Action): Promise<{ it: Suggestion; to: Status }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这件建议')
  if (!maySee(actor, it)) throw new Hidden('这件建议')
  const facts = factsOf(it)
  const no = refusal(actor, facts, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, facts) })
  return { it, to: next(lifecycle, it.status, action)! }
}

/** What events say of a suggestion that has a number and a unit; the lifecycle gives it both before any of them can happen. */
export function handled(it: Suggestion): { title: string; reference: string; unitId: string; unitName: string } {
  const { title, reference, unitId, unitName } = it
  if (!reference || !unitId || !unitName) throw new Error(`Suggestion ${it.id} is handled without a number or a unit`)
  return { title, reference, unitId, unitName }
}
