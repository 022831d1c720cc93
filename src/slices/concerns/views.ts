import type { Actor } from '#kernel/identity/contract.ts'
import type { ConcernClock } from './clock.ts'
import type { Detail, Item } from './contract.ts'
import { allowed } from './rules/may.ts'
import type { Concern, findParts } from './store.ts'

export function toItem(it: Concern, actor: Actor, clock: ConcernClock): Item {
  return {
    id: it.id,
    text: it.text,
    place: it.place,
    deputy: { id: it.deputyId, name: it.deputyName },
    unit: { id: it.unitId, name: it.unitName },
    isConfidential: it.isConfidential,
    status: it.status,
    result: it.result,
    sentOn: it.sentOn,
    dueOn: it.dueOn,
    answeredOn: it.answeredOn,
    confirmBy: it.confirmBy,
    settledOn: it.settledOn,
    standing: clock.standingOf(it),
    passes: it.passes,
    photoCount: it.photoCount,
    allowed: allowed(actor, it),
  }
}

/** Everything an actor who may see it gets; `suggestion` is what it became, where this actor may know that. */
export function toDetail(
  it: Concern,
  parts: Awaited<ReturnType<typeof findParts>> & Pick<Detail, 'suggestion'>,
  actor: Actor,
  clock: ConcernClock,
): Detail {
  const { version, objection, decision, answer, plannedOn, complaint } = it
  return { ...toItem(it, actor, clock), version, objection, decision, answer, plannedOn, complaint, ...parts }
}
