import * as z from 'zod'
import { day, Linked, Named, Progress, PublicLinked, suggestionIds, text } from '../contract.ts'

export const statuses = ['proposed', 'compiled', 'decided', 'in_progress', 'concluded', 'dropped'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['edit', 'addMember', 'removeMember', 'compile', 'drop', 'decide', 'start', 'report', 'conclude'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** Why a matter becomes a key topic (domain A1.10; L10 art 14, L12 art 21). */
export const criteria = ['major', 'many_deputies', 'hard', 'annual_priority'] as const
export const Criterion = z.enum(criteria)
export type Criterion = z.infer<typeof Criterion>

/** How it is pressed for (L8 art 28, L9 art 33). */
export const means = [
  'inspection',
  'democratic_rating',
  'follow_up',
  'third_party_assessment',
  'special_inquiry',
  'cross_year_tracking',
] as const
export const Means = z.enum(means)
export type Means = z.infer<typeof Means>

const written = {
  title: text(60),
  year: z.number().int().min(1954).max(2200),
  reason: text(2000),
  criteria: z.array(Criterion).min(1).max(criteria.length),
  means: z.array(Means).min(1).max(means.length),
  leaderName: text(50),
  unitIds: z.array(z.uuid()).max(30).default([]),
}
/** A committee proposes what it will lead itself; the deputies' committee may give it to another. */
export const TopicEdit = z.strictObject({ ...written, leadCommitteeId: z.uuid() })
export type TopicEdit = z.infer<typeof TopicEdit>
export const TopicInput = z.strictObject({ ...written, suggestionIds: suggestionIds.default([]) })
export type TopicInput = z.infer<typeof TopicInput>

/** The chairpersons' meeting decides; the clerk enters its day and its decision. */
export const DecideInput = z.strictObject({ decidedOn: day, decision: text(1000) })
export const StartInput = z.strictObject({ plan: text(5000) })
export const ReportInput = z.strictObject({ reportedOn: day, text: text(5000) })
export const ConcludeInput = z.strictObject({ report: text(5000) })

export const Item = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  status: Status,
  leadCommittee: Named,
  leaderName: z.string(),
  units: z.array(Named),
  decidedOn: day.nullable(),
  progress: Progress,
})
export type Item = z.infer<typeof Item>

export const Detail = Item.extend({
  version: z.number().int(),
  reason: z.string(),
  criteria: z.array(Criterion),
  means: z.array(Means),
  decision: z.string().nullable(),
  plan: z.string().nullable(),
  conclusion: z.string().nullable(),
  concludedOn: day.nullable(),
  dropReason: z.string().nullable(),
  members: z.array(Linked),
  reports: z.array(z.object({ id: z.uuid(), reportedOn: day, text: z.string() })),
  timeline: z.array(z.object({ id: z.uuid(), at: z.iso.datetime(), sentence: z.string() })),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

export const PublicTopic = z.object({
  title: z.string(),
  year: z.number().int(),
  status: Status,
  leadCommitteeName: z.string(),
  leaderName: z.string(),
  decidedOn: day.nullable(),
  progress: Progress,
  suggestions: z.array(PublicLinked),
})
export type PublicTopic = z.infer<typeof PublicTopic>
