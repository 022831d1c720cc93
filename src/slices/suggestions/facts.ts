import type { DateOnly } from '#lib/pure/date.ts'
import type { SuggestionClock } from './clock.ts'
import type { Parts } from './parts-store.ts'
import type { Facts } from './rules/may.ts'
import type { Suggestion } from './store.ts'

/** What the rules decide on, from the row, what belongs to it, and the clocks of today. */
export function factsOf(it: Suggestion, parts: Parts, clock: SuggestionClock, today: DateOnly): Facts {
  const profile = clock.profileOf(it)
  const { handlers, drafts } = parts
  const isPast = (dueOn: string | undefined) => dueOn !== undefined && dueOn < today
  const awaited = handlers.filter((one) => one.part === 'co' && (one.status === 'assigned' || one.status === 'accepted'))
  return {
    status: it.status,
    leadDeputyId: it.leadDeputyId,
    round: it.round,
    invited: parts.cosigners.map(({ deputyId, answer, textVersion, agreedWithdrawalOn }) => {
      return { deputyId, answer, isCurrent: textVersion === it.textVersion, hasAgreedWithdrawal: agreedWithdrawalOn !== null }
    }),
    handlers,
    contacts: contactsByUnit(it, parts),
    rating: it.attitude && it.result ? { attitude: it.attitude, result: it.result } : null,
    pastObjection: profile.objection.acceptsLate
      ? []
      : handlers.filter((one) => one.status === 'assigned' && isPast(clock.partDueOf(it, one)?.dueOn)).map((one) => one.unitId),
    awaitedOpinions: awaited
      .filter((one) => {
        const dueOn = clock.opinionDueOn(it, one)
        return dueOn !== null && !isPast(dueOn)
      })
      .map((one) => one.unitId),
    hasOpenExtension: parts.extensions.some((one) => one.decision === null),
    isReplyLate: it.handedOverOn !== null && clock.replyDueOn(it) < today,
    drafted: drafts.map((one) => one.unitId),
    signed: drafts.filter((one) => one.signedOn !== null).map((one) => one.unitId),
    needsSignature: profile.signedBy !== null,
    withdrawal: profile.withdrawal,
    isWithdrawalAsked: it.withdrawalReason !== null,
    isSeen: it.seenAt !== null,
    isRatingOpened: it.ratingOpenedAt !== null,
  }
}

function contactsByUnit(it: Suggestion, { contacts }: Parts): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { unitId, round } of contacts) if (unitId && round === it.round) counts[unitId] = (counts[unitId] ?? 0) + 1
  return counts
}
