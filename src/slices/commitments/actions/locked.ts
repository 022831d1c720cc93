import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock, type CommitmentClock } from '../clock.ts'
import type { Action } from '../contract.ts'
import { allowed, maySee, refusal } from '../rules/may.ts'
import { lock, type Commitment } from '../store.ts'

/**
 * The first two beats, the same for every act: lock the row, decide by the pure rule. Throws 404 for what the actor may not see,
 * 403 or 409 with what is possible now otherwise.
 */
export async function lockFor(
  { tx, actor, now }: Act,
  id: string,
  action: Action,
): Promise<{ it: Commitment; clock: CommitmentClock }> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这项承诺')
  if (!maySee(actor, it)) throw new Hidden('这项承诺')
  const clock = await loadClock(tx, toBeijingDate(now))
  const facts = clock.factsOf(it)
  const no = refusal(actor, facts, action, clock.today)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, facts, clock.today) })
  return { it, clock }
}

/** What every event says of the promise it is about. */
export function about(it: Commitment) {
  const { suggestionId, reference, title, content, unitId, unitName, leadDeputyId } = it
  return { suggestionId, reference, title, content, unitId, unitName, leadDeputyId }
}
