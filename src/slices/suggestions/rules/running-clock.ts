import type { Calendar, Deadline } from '#kernel/procedure/contract.ts'
import type { Status } from '../contract.ts'
import { feedbackDue, handOverDue, rehandlingDue, replyDue } from './deadlines.ts'
import type { SuggestionProfile } from './profile.ts'

/** The days of a suggestion that decide which clock runs now. */
export interface Dated {
  readonly status: Status
  readonly round: number
  readonly isDifficult: boolean
  readonly submittedOn: string | null
  readonly handedOverOn: string | null
  readonly roundStartedOn: string | null
  readonly repliedOn: string | null
}

export type ClockKind = 'handOver' | 'reply' | 'rehandling' | 'feedback'
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

function kindOf(it: Dated): ClockKind | null {
  if (it.status === 'submitted' || it.status === 'registered') return 'handOver'
  if (it.status === 'assigned' || it.status === 'accepted') return it.round > 1 ? 'rehandling' : 'reply'
  return it.status === 'replied' ? 'feedback' : null
}

type Computed = (it: Dated, profile: SuggestionProfile, calendar: Calendar) => Deadline | null

const deadlines: Readonly<Record<ClockKind, Computed>> = {
  handOver: ({ submittedOn }, profile, calendar) => handOverDue({ submittedOn }, profile, calendar),
  reply: (it, profile, calendar) => {
    const { handedOverOn, isDifficult } = it
    return replyDue({ handedOverOn, isDifficult, repliedOn: isAnswered(it) ? it.repliedOn : null }, profile, calendar)
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
  return status === 'replied' || status === 'rated' || status === 'closed'
}
