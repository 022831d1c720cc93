import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { supersedeCommitments } from '#slices/commitments/api.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { answering } from '../rules/handling.ts'
import { save } from '../store.ts'
import { disclose } from './disclose.ts'
import { handled, lockFor } from './locked.ts'

/**
 * A dissatisfied deputy gets a new round with its own clock, numbers kept (上海规定 art 21, 北京条例 art 27): by all units that answered, or
 * by some of them. What the old answer promised gives way to the new one.
 */
export async function rehandle(
  act: Act,
  id: string,
  { reason, unitIds }: { reason: string; unitIds: readonly string[] },
): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'rehandle')
  const { it, to, parts, clock, today } = locked
  const answered = answering(parts.handlers)
  const again = unitIds.length === 0 ? answered : answered.filter((one) => unitIds.includes(one.unitId))
  if (again.length === 0) throw wrongUnits()
  const final = await disclose(act, locked)
  await changeHandlers(
    tx,
    id,
    again.map((one) => one.ordinal),
    { status: 'accepted' },
  )
  await supersedeCommitments(act, id, reason)
  const change = { ...final, status: to, round: it.round + 1, roundStartedOn: today }
  await save(tx, it, change)
  const dueOn = clock.replyDueOn({ ...it, ...change })
  const payload = {
    ...handled(it),
    unitIds: again.map((one) => one.unitId),
    reason,
    round: change.round,
    dueOn,
    leadDeputyId: it.leadDeputyId,
  }
  await record(tx, now, { name: 'suggestion.rehandled', subjectId: id, actorId: actor.id, payload })
}

function wrongUnits(): Problem {
  const message = '这些单位没有答复过这件建议，请从答复过的单位里选择。'
  return new Problem(422, 'wrong-units', message, { fields: [{ path: 'unitIds', message }] })
}
