import * as z from 'zod'
import * as event from '../events/contract.ts'
import * as guidance from '../guidance/contract.ts'
import * as outcome from '../outcomes/contract.ts'
import * as plan from '../plans/contract.ts'
import * as topic from '../topics/contract.ts'

export const caseActions = ['issueGuidance', 'recordOutcome', 'planVisit'] as const
export const CaseAction = z.enum(caseActions)
export type CaseAction = z.infer<typeof CaseAction>

/** Everything that presses for one suggestion and what came of it: the panel of its page. */
export const CasePressing = z.object({
  topics: z.array(topic.Item),
  plan: plan.Item.nullable(),
  events: z.array(event.Item.extend({ result: z.string() })),
  guidance: z.array(guidance.Item),
  outcomes: z.array(outcome.Detail),
  visits: z.array(outcome.Visit),
  allowed: z.array(CaseAction),
})
export type CasePressing = z.infer<typeof CasePressing>

/** The figures of the part; every one opens its list. */
export const PressingSummary = z.object({
  topics: z.record(topic.Status, z.number().int()),
  topicSuggestions: z.number().int(),
  eventsHeld: z.number().int(),
  eventsPlanned: z.number().int(),
  outcomes: z.record(outcome.Kind, z.number().int()),
  measures: z.number().int(),
  visitsDue: z.number().int(),
  visitsOverdue: z.number().int(),
  visitsMade: z.number().int(),
  guidanceOpen: z.number().int(),
})
export type PressingSummary = z.infer<typeof PressingSummary>

/** What anybody may read of the pressing for one suggestion: 成果卡 of its public page. */
export const PublicPressing = z.object({
  topics: z.array(z.string()),
  events: z.array(event.PublicEvent),
  outcomes: z.array(outcome.PublicOutcome),
  /** When residents are visited next. */
  nextVisitOn: z.iso.date().nullable(),
})
export type PublicPressing = z.infer<typeof PublicPressing>
