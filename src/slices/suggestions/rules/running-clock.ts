import type { Calendar, Deadline, Term } from '#kernel/procedure/contract.ts'
import type { Status } from '../contract.ts'
import { coOpinionDue, feedbackDue, firstContactDue, handOverDue, objectionDue, rehandlingDue, replyDue } from './deadlines.ts'
import type { Handler } from './handling.ts'
import type { SuggestionProfile } from './profile.ts'

/** The days of a suggestion that decide which clock runs now. */
export interface Dated {
  readonly status: Status
  readonly round: number
  readonly isDifficult: boolean
  /** Months that were granted beside the term. */
  readonly extendedMonths?: number
  readonly submittedOn: string | null
  readonly handedOverOn: string | null
  readonly roundStartedOn: string | null
  readonly repliedOn: string | null
}

export type ClockKind = 'handOver' | 'objection' | 'firstContact' | 'coOpinion' | 'reply' | 'rehandling' | 'feedback'
export interface RunningClock {
  readonly kind: ClockKind
  readonly deadline: Deadline
}

/** The one clock that somebody has to watch in this status, or null. It follows whose turn it is. */
export function runningClock(it: Dated, profile: SuggestionProfile, calendar: Calendar): RunningClock | null {
  const kind = kindOf(it)
  const deadline = kind && deadlines[kind](it, profile, calendar)
  return kind && deadline ? { kind, deadline } : null
}

/** The clock of the reply, also after it has stopped: a finished case still shows whether it was in time. */
export function replyClock(it: Dated, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return it.round > 1 ? deadlines.rehandling(it, profile, calendar) : deadlines.reply(it, profile, calendar)
}

/** What the clock of one unit's part is counted from; `contactedOn` is its first contact of the first round. */
export interface HandlerDays extends Pick<Handler, 'part' | 'status' | 'handedOverOn'> {
  readonly acceptedOn: string | null
  readonly opinionOn: string | null
  readonly contactedOn?: string | null
}

/** The clock of one unit's own part: it may object until it signs for it; a co-handler then owes its opinion, another a first contact. */
export function partClock(it: HandlerDays, profile: SuggestionProfile, calendar: Calendar): RunningClock | null {
  const { handedOverOn, acceptedOn, opinionOn: coOpinionOn } = it
  if (it.status === 'assigned') {
    const deadline = objectionDue({ handedOverOn }, profile, calendar)
    return deadline && { kind: 'objection', deadline }
  }
  if (it.status === 'released') return null
  if (it.part !== 'co') {
    const deadline = firstContactDue({ handedOverOn, acceptedOn, contactedOn: it.contactedOn }, profile, calendar)
    return deadline && { kind: 'firstContact', deadline }
  }
  const deadline = coOpinionDue({ handedOverOn, acceptedOn, coOpinionOn }, profile, calendar)
  return deadline && { kind: 'coOpinion', deadline }
}

function kindOf(it: Dated): RowClock | null {
  if (it.status === 'submitted' || it.status === 'registered') return 'handOver'
  if (it.status === 'assigned' || it.status === 'objected' || it.status === 'accepted')
    return it.round > 1 ? 'rehandling' : 'reply'
  return it.status === 'replied' ? 'feedback' : null
}

type Computed = (it: Dated, profile: SuggestionProfile, calendar: Calendar) => Deadline | null

type RowClock = Exclude<ClockKind, 'objection' | 'firstContact' | 'coOpinion'>
const deadlines: Readonly<Record<RowClock, Computed>> = {
  handOver: ({ submittedOn }, profile, calendar) => handOverDue({ submittedOn }, profile, calendar),
  reply: (it, profile, calendar) => {
    const { handedOverOn, isDifficult, extendedMonths = 0 } = it
    const replyExtensions: Term[] = extendedMonths > 0 ? [{ amount: extendedMonths, unit: 'month' }] : []
    const repliedOn = isAnswered(it) ? it.repliedOn : null
    return replyDue({ handedOverOn, isDifficult, repliedOn, replyExtensions }, profile, calendar)
  },
  rehandling: (it, profile, calendar) =>
    rehandlingDue(
      { rehandlingDemandedOn: it.roundStartedOn, rehandledOn: isAnswered(it) ? it.repliedOn : null },
      profile,
      calendar,
    ),
  feedback: ({ repliedOn }, profile, calendar) => feedbackDue({ repliedOn }, profile, calendar),
}

/** True when the present round has its reply; `repliedOn` alone may be that of the round before. */
function isAnswered({ status }: Dated): boolean {
  return answered.includes(status)
}

const answered: readonly Status[] = ['replied', 'rated', 'escalated', 'closed', 'unrated']
