import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { ReassignInput } from '../contract.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { handOver, refuseWrong } from './assign.ts'
import { handled, lockFor } from './locked.ts'
import { numberNotice } from './number-notice.ts'
import { standing } from './standing.ts'

/**
 * 改交: one unit's part goes to others, after an objection or before it has signed for it. The reply clock keeps running from the first
 * hand-over, since the deputy has waited from that day on; the new unit's time to object begins today.
 */
export async function reassign(act: Act, id: string, { from, handlers }: ReassignInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, parts, clock, today } = await lockFor(act, id, 'reassign')
  const old = parts.handlers.find((one) => one.unitId === from && (one.status === 'objected' || one.status === 'assigned'))
  if (!old) throw nothingToHandOn()
  const staying = parts.handlers.filter((one) => one !== old && one.status !== 'released')
  refuseWrong([...staying, ...handlers], 'handlers')
  await changeHandlers(tx, id, [old.ordinal], { status: 'released' })
  const last = Math.max(...parts.handlers.map((one) => one.ordinal))
  const said = await handOver(act, id, handlers, { after: last, today })
  const notice = await numberNotice(act, { clock, today, reference: it.reference })
  await save(tx, it, { ...(await standing(tx, id)), transfers: it.transfers + 1, ...notice })
  const payload = {
    ...handled(it),
    fromUnitId: from,
    fromUnitName: old.unitName,
    handlers: said,
    dueOn: clock.replyDueOn(it),
    leadDeputyId: it.leadDeputyId,
    noticeNumber: notice.noticeNumber,
  }
  await record(tx, now, { name: 'suggestion.reassigned', subjectId: id, actorId: actor.id, payload })
}

function nothingToHandOn(): Problem {
  const message = '这个单位没有等待改交的任务，请刷新后重新选择。'
  return new Problem(422, 'wrong-units', message, { fields: [{ path: 'from', message }] })
}
