import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import type { AssignInput, HandlerInput } from '../contract.ts'
import { record } from '../events.ts'
import { addHandlers } from '../handling-store.ts'
import { assignmentProblem, kindOf } from '../rules/handling.ts'
import { save } from '../store.ts'
import { knownUnit } from './known-unit.ts'
import { handled, lockFor, speakers } from './locked.ts'
import { numberNotice } from './number-notice.ts'

/** 交办: day 0 of the reply clock. The suggestion keeps the procedure profile under which it was handed over. */
export async function assign(act: Act, id: string, { handlers, isDifficult }: AssignInput): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'assign')
  const { it, to, clock, today } = locked
  refuseWrong(handlers, 'handlers')
  const said = await handOver(act, id, handlers, { after: 0, today })
  const lead = said[0]!
  const { profileVersion } = clock
  const days = { handedOverOn: today, roundStartedOn: today }
  const notice = await numberNotice(act, { clock, today, reference: it.reference })
  const change = { status: to, unitId: lead.unitId, isDifficult, ...days, profileVersion, ...notice }
  await save(tx, it, change)
  const after = { ...it, ...change, unitName: lead.unitName }
  const payload = {
    ...handled(after),
    kind: kindOf(handlers),
    handlers: said,
    dueOn: clock.replyDueOn(after),
    leadDeputyId: it.leadDeputyId,
    deputyIds: speakers(locked),
    noticeNumber: notice.noticeNumber,
  }
  await record(tx, now, { name: 'suggestion.assigned', subjectId: id, actorId: actor.id, payload })
}

/** 422 at `path` for units that cannot be handed a suggestion together. */
export function refuseWrong(handlers: readonly HandlerInput[], path: string): void {
  const message = assignmentProblem(handlers)
  if (message) throw new Problem(422, 'wrong-units', message, { fields: [{ path, message }] })
}

/** Writes who handles it; answers them as events name them, the one that leads first. */
export async function handOver(
  { tx }: Act,
  id: string,
  handlers: readonly HandlerInput[],
  { after, today }: { after: number; today: DateOnly },
) {
  const said = []
  for (const [index, one] of handlers.entries()) {
    const { name } = await knownUnit(tx, one.unitId, today, `handlers.${index}.unitId`)
    said.push({ ...one, unitName: name })
  }
  const inOrder = said.toSorted((a, b) => Number(a.part === 'co') - Number(b.part === 'co'))
  await addHandlers(tx, id, inOrder, after, today)
  return inOrder
}
