import type { Actor } from '#kernel/identity/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import type { CommitmentClock } from './clock.ts'
import type { Detail, Item, PublicCommitment } from './contract.ts'
import { allowed } from './rules/may.ts'
import type { Commitment, findParts } from './store.ts'

export function toItem(it: Commitment, actor: Actor, clock: CommitmentClock): Item {
  return {
    id: it.id,
    suggestionId: it.suggestionId,
    reference: it.reference,
    title: it.title,
    content: it.content,
    unit: { id: it.unitId, name: it.unitName },
    deputy: { id: it.leadDeputyId, name: it.deputyName },
    term: it.term,
    isConfidential: it.isConfidential,
    status: it.status,
    openedOn: it.openedOn,
    firstDueOn: it.firstDueOn,
    dueOn: it.dueOn,
    settledOn: it.settledOn,
    carries: it.carries,
    standing: clock.standingOf(it),
    askedOn: it.askedOn,
    wantedYear: clock.wantedYearOf(it),
    yearly: clock.yearlyOf(it),
    allowed: allowed(actor, clock.factsOf(it), clock.today),
  }
}

/** Everything an actor who may see it gets, with how it was carried, reported and rated. */
export function toDetail(
  it: Commitment,
  parts: Awaited<ReturnType<typeof findParts>>,
  actor: Actor,
  clock: CommitmentClock,
): Detail {
  return { ...toItem(it, actor, clock), version: it.version, round: it.round, ...parts }
}

/** What leaves the house: a whitelist, so that a new column is private until somebody decides otherwise. */
export function toPublic(it: Commitment, today: DateOnly): PublicCommitment {
  return {
    content: it.content,
    unitName: it.unitName,
    status: it.status,
    openedOn: it.openedOn,
    firstDueOn: it.firstDueOn,
    dueOn: it.dueOn,
    settledOn: it.settledOn,
    isOverdue: it.status === 'open' && it.dueOn < today,
  }
}
