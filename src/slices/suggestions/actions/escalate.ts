import type * as z from 'zod'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { EscalateInput } from '../contract.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { disclose } from './disclose.ts'
import { handled, lockFor } from './locked.ts'

/** After a second refusal the office brings deputy and unit together or has it assessed (重庆条例 art 27; 河南、青岛: 评估), then decides. */
export async function escalate(act: Act, id: string, given: z.output<typeof EscalateInput>): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'escalate')
  const { it, to } = locked
  if (given.heldOn > locked.today) throw notYet()
  const final = await disclose(act, locked)
  await save(tx, it, { ...final, status: to })
  const payload = { ...handled(it), ...given, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.escalated', subjectId: id, actorId: actor.id, payload })
  await record(tx, now, {
    name: 'suggestion.noted',
    subjectId: id,
    actorId: actor.id,
    payload: { title: it.title, note: given.note },
  })
}

function notYet(): Problem {
  const message = '请在见面或者评估之后登记，日期填今天或以前。'
  return new Problem(422, 'not-yet', message, { fields: [{ path: 'heldOn', message }] })
}
