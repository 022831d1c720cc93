import type { Actor, Role } from '#kernel/identity/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import { refusal, type Facts } from '#slices/suggestions/rules/may.ts'
import { partClock } from '#slices/suggestions/rules/running-clock.ts'
import type { Deputy } from '../people.ts'
import { calendar } from '../moment.ts'
import { dueOn, handlersOf, type Stage } from './stage.ts'
import type { Step } from './steps.ts'

/** A step that the slice itself would refuse is an error in the world. */
export function refuseUnlawful(stage: Stage, step: Step, today: DateOnly): void {
  const problem = step.action === 'draft' ? null : refusal(actorOf(stage, step), factsOf(stage, today), step.action)
  if (problem) throw new Error(`${stage.history.key}: ${step.action} on ${today} is refused (${problem.code}) in ${stage.row.status}`)
}

function actorOf({ history, cast }: Stage, step: Step): Actor {
  if (deputyActs.has(step.action)) {
    const deputy: Deputy = 'deputy' in step ? step.deputy : history.deputy
    return actor(cast.deputy(deputy.id), 'deputy', null, deputy.id)
  }
  if ('unit' in step && step.action !== 'uphold' && step.action !== 'passOn') {
    return actor(cast.handler(step.unit.id), 'handling_unit', step.unit.id, null)
  }
  return actor(cast.clerk(), 'deputies_affairs', null, null)
}

const deputyActs: ReadonlySet<Step['action']> = new Set(['edit', 'invite', 'cosign', 'submit', 'recallSubmission', 'rate', 'amendRating', 'withdraw', 'agreeWithdrawal'])

function actor(id: string, role: Role, unitId: string | null, deputyId: string | null): Actor {
  return { id, congressId: 0, name: '', roles: new Set([role]), unitId, deputyId }
}

function factsOf(stage: Stage, today: DateOnly): Facts {
  const { row, cosigners, drafts, extensions, profile } = stage
  const rating = stage.ratings.find((it) => it.round === row.round)
  return {
    status: row.status,
    leadDeputyId: row.lead_deputy_id,
    round: row.round,
    invited: cosigners.map((it) => ({
      deputyId: it.deputy_id,
      answer: it.answer,
      isCurrent: it.text_version === row.text_version,
      hasAgreedWithdrawal: it.agreed_withdrawal_on !== null,
    })),
    handlers: handlersOf(stage),
    contacts: contactsByUnit(stage),
    rating: rating ?? null,
    ...overdueParts(stage, today),
    hasOpenExtension: extensions.some((it) => it.decision === null),
    isReplyLate: row.handed_over_on !== null && dueOn(stage) < today,
    drafted: drafts.map((it) => it.unit_id),
    signed: drafts.filter((it) => it.signed_on !== null).map((it) => it.unit_id),
    needsSignature: profile.signedBy !== null,
    withdrawal: profile.withdrawal,
    isWithdrawalAsked: row.withdrawal_reason !== null,
    isSeen: row.seen_at !== null,
    isRatingOpened: rating?.opened_at != null,
  }
}

/** Whose time to object has passed, and whose opinion may still come. */
function overdueParts({ handlers, profile }: Stage, today: DateOnly): Pick<Facts, 'pastObjection' | 'awaitedOpinions'> {
  const dueOf = ({ part, ...it }: (typeof handlers)[number], status: 'assigned' | 'accepted') => {
    if (part === 'letter') return undefined
    const own = { part, status, handedOverOn: it.handed_over_on, acceptedOn: it.accepted_on, opinionOn: it.opinion_on }
    return partClock(own, profile, calendar)?.deadline.dueOn
  }
  const isPast = (due: string | undefined) => due !== undefined && due < today
  const unsigned = handlers.filter((it) => it.status === 'assigned')
  const silent = handlers.filter((it) => it.part === 'co' && (it.status === 'assigned' || it.status === 'accepted'))
  return {
    pastObjection: profile.objection.acceptsLate ? [] : unsigned.filter((it) => isPast(dueOf(it, 'assigned'))).map((it) => it.unit_id),
    awaitedOpinions: silent
      .filter((it) => dueOf(it, 'accepted') !== undefined && !isPast(dueOf(it, 'accepted')))
      .map((it) => it.unit_id),
  }
}

function contactsByUnit({ contacts, row }: Stage): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { unit_id, round } of contacts) if (round === row.round) counts[unit_id] = (counts[unit_id] ?? 0) + 1
  return counts
}
