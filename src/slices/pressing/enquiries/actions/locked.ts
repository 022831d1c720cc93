import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { briefsFor } from '../../linked.ts'
import { mayOpen } from '../../rules/reach.ts'
import type { Action } from '../contract.ts'
import { allowed, lifecycle, refusal } from '../rules/may.ts'
import { lock } from '../store.ts'

/** An enquiry that nobody else changes meanwhile, and that this actor may take the step with; 404, 403 or 409 otherwise. */
export async function lockFor({ tx, actor }: Act, id: string, action: Action) {
  const it = await lock(tx, id)
  if (!it) throw notFound('这次联系')
  const about = (await briefsFor(tx, [it.suggestionId])).get(it.suggestionId)
  if (!about || !mayOpen(actor, about)) throw new Hidden('这次联系')
  const no = refusal(actor, it, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, it) })
  const { suggestionId, unitId, unitName, deputyId, deputyName, kind } = it
  const payload = { suggestionId, suggestionTitle: about.title, unitId, unitName, deputyId, deputyName, kind }
  return { it, about, to: next(lifecycle, it.status, action)!, payload }
}
