import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { ReplyInput } from '../contract.ts'
import { record } from '../events.ts'
import { findParts, insertReply, save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** The unit answers, point by point (逐条回应); the reply clock stops. */
export async function reply(act: Act, id: string, input: ReplyInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'reply')
  const { requests } = await findParts(tx, id)
  if (requests.length !== input.points.length) throw unanswered(requests.length, input.points.length)
  const on = toBeijingDate(now)
  const unit = handled(it)
  await insertReply(tx, it, unit.unitId, input, on)
  await save(tx, it, { status: to, repliedOn: on })
  await record(tx, now, {
    name: 'suggestion.replied',
    subjectId: id,
    actorId: actor.id,
    payload: {
      ...unit,
      class: input.class,
      documentNumber: input.documentNumber,
      round: it.round,
      leadDeputyId: it.leadDeputyId,
    },
  })
}

function unanswered(requests: number, points: number): Problem {
  const message = `这件建议有 ${requests} 条具体建议，您回应了 ${points} 条。请逐条回应，每条一段。`
  return new Problem(422, 'not-point-by-point', message, { fields: [{ path: 'points', message }] })
}
