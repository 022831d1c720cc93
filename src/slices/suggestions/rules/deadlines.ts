/**
 * When each step of handling a suggestion is due (SUG-23). **A reply is due three months after hand-over, six where it is wide or
 * difficult, never later than six: 代表法 art 51** — the numbers stand in the profile, `../presets/*.ts`.
 * Null means that the clock does not exist: the profile names no term, or the day it counts from has not come.
 */
import { deadline, type Calendar, type Deadline, type Override, type Term, type Text } from '#kernel/procedure/contract.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import type { StartEvent, SuggestionProfile, Timed } from './profile.ts'

type Day = string | null | undefined

/** The days of one suggestion, `YYYY-MM-DD`, as its row holds them. An absent day has not come. */
export interface DeadlineFacts {
  readonly submittedOn?: Day
  readonly handedOverOn?: Day
  /** Only where the paper reached the unit on another day than that of hand-over. */
  readonly receivedOn?: Day
  readonly acceptedOn?: Day
  readonly objectedOn?: Day
  readonly contactedOn?: Day
  readonly coOpinionOn?: Day
  /** The first reply; the replies of later rounds are `rehandledOn`. */
  readonly repliedOn?: Day
  readonly ratedOn?: Day
  readonly rehandlingDemandedOn?: Day
  readonly rehandledOn?: Day
  readonly isDifficult?: boolean
  readonly replyExtensions?: readonly Term[]
  readonly replyOverride?: Override | undefined
}

/** The deputies' office reviews and hands over; stops on hand-over. */
export function handOverDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.handOver, facts.handedOverOn, stopWords.handedOver)
}

/** The unit objects that the matter is not its own (退回); stops when it does, or when it accepts. */
export function objectionDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.objection, facts.objectedOn ?? facts.acceptedOn, stopWords.decided)
}

/** The unit contacts the deputy for the first time. */
export function firstContactDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.firstContact, facts.contactedOn, stopWords.contacted)
}

/** The co-handler sends its opinion to the lead (会办、协办意见). */
export function coOpinionDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.coOpinion, facts.coOpinionOn, stopWords.sent)
}

/** The first reply reaches the deputy: three months, or six for a difficult one; extends by approval up to the limit. */
export function replyDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  const term = facts.isDifficult ? profile.terms.replyDifficult : profile.terms.reply
  return due(facts, profile, calendar, term, facts.repliedOn, stopWords.answered, {
    extensions: facts.replyExtensions ?? [],
    limit: profile.terms.replyLimit.term,
    override: facts.replyOverride,
  })
}

/** The deputy rates the reply (满意、基本满意、不满意). */
export function feedbackDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.feedback, facts.ratedOn, stopWords.rated)
}

/** After a rating of dissatisfied, the unit handles it again and replies anew. */
export function rehandlingDue(facts: DeadlineFacts, profile: SuggestionProfile, calendar: Calendar): Deadline | null {
  return due(facts, profile, calendar, profile.terms.rehandling, facts.rehandledOn, stopWords.answered)
}

interface Changes {
  extensions: readonly Term[]
  limit?: Term
  override?: Override | undefined
}

function due(
  facts: DeadlineFacts,
  profile: SuggestionProfile,
  calendar: Calendar,
  timed: Timed | null,
  stoppedOn: Day,
  stopsAt: Text,
  changes: Changes = { extensions: [] },
): Deadline | null {
  const startsOn = timed && startOf(facts, timed.startsAt)
  if (!timed || !startsOn) return null
  const { term, basis, startsAt } = timed
  const clock = {
    startsOn,
    startsAt: startWords[startsAt],
    term,
    stoppedOn: day(stoppedOn),
    stopsAt,
    restDayRule: profile.restDayRule,
    ...changes,
  }
  return deadline(clock, calendar, basis)
}

function startOf(facts: DeadlineFacts, event: StartEvent): DateOnly | undefined {
  const days: Record<StartEvent, Day> = {
    submission: facts.submittedOn,
    handOver: facts.handedOverOn,
    // A unit cannot delay its own clock by not signing for what the platform has delivered.
    receipt: facts.receivedOn ?? facts.handedOverOn,
    reply: facts.repliedOn,
    rehandlingDemand: facts.rehandlingDemandedOn,
  }
  return day(days[event])
}

const startWords: Record<StartEvent, Text> = {
  submission: { zh: '收到建议', en: 'receiving the suggestion' },
  handOver: { zh: '交办', en: 'hand-over' },
  receipt: { zh: '单位收到', en: 'receipt by the unit' },
  reply: { zh: '收到答复', en: 'receiving the reply' },
  rehandlingDemand: { zh: '要求重新办理', en: 'the demand to handle it again' },
}

/** What stops each clock. */
const stopWords = {
  handedOver: { zh: '交办', en: 'Handed over' },
  decided: { zh: '表明意见', en: 'Decided' },
  contacted: { zh: '联系代表', en: 'Contacted' },
  sent: { zh: '送出', en: 'Sent' },
  answered: { zh: '答复', en: 'Answered' },
  rated: { zh: '评价', en: 'Rated' },
} satisfies Record<string, Text>

function day(text: Day): DateOnly | undefined {
  return text ? toDateOnly(text) : undefined
}
