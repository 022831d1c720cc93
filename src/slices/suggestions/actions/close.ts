import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { disclose } from './disclose.ts'
import { handled, lockFor } from './locked.ts'

/**
 * The deputies' committee closes what the deputy is content with, or, after a meeting or an assessment, what cannot be taken further, with
 * its conclusion (办结). Promises live on in their own ledger.
 */
export async function close(act: Act, id: string, { conclusion }: { conclusion: string }): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'close')
  const { it, to, today } = locked
  if (it.status === 'escalated' && conclusion === '') throw conclusionMissing()
  const final = await disclose(act, locked)
  await save(tx, it, { ...final, status: to, closedOn: today })
  const { title, reference } = handled(it)
  const payload = { title, reference, conclusion, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.closed', subjectId: id, actorId: actor.id, payload })
  if (conclusion === '') return
  await record(tx, now, { name: 'suggestion.noted', subjectId: id, actorId: actor.id, payload: { title, note: conclusion } })
}

function conclusionMissing(): Problem {
  const message = '代表仍不满意而办结的，请写明结论。'
  return new Problem(422, 'conclusion-missing', message, { fields: [{ path: 'conclusion', message }] })
}
