import * as z from 'zod'
import { day, Linked, Named, PublicLinked, text } from '../contract.ts'

/** 政策举措 N 条、一项决策、一类问题、改进一方面工作 (digest, third article). */
export const kinds = ['policy_output', 'decision', 'problem_class', 'improved_work'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const statuses = ['recorded', 'published'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['edit', 'publish', 'retract'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

const count = z.number().int().min(0).max(1_000_000_000)
/** 224 → 475 个. */
export const Change = z.strictObject({ before: count, after: count, unit: text(10) })
export type Change = z.infer<typeof Change>

export const OutcomeInput = z.strictObject({
  kind: Kind,
  title: text(100),
  /** 12条: how many measures a policy holds; only for `policy_output`. */
  measures: z.number().int().min(1).max(1000).nullable().default(null),
  change: Change.nullable().default(null),
  evidence: text(2000),
  achievedOn: day,
  suggestionIds: z.array(z.uuid()).min(1).max(300),
})
export type OutcomeInput = z.infer<typeof OutcomeInput>

/** `problems`: how many suggestions it answers, the count of 一类问题. */
export const Item = z.object({
  id: z.uuid(),
  kind: Kind,
  title: z.string(),
  measures: z.number().int().nullable(),
  change: Change.nullable(),
  achievedOn: day,
  status: Status,
  publishedOn: day.nullable(),
  problems: z.number().int(),
})
export type Item = z.infer<typeof Item>

export const Detail = Item.extend({
  version: z.number().int(),
  evidence: z.string(),
  suggestions: z.array(Linked),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

export const PublicOutcome = Item.omit({ id: true, status: true }).extend({
  evidence: z.string(),
  suggestions: z.array(PublicLinked),
})
export type PublicOutcome = z.infer<typeof PublicOutcome>

export const visitStatuses = ['due', 'made'] as const
export const VisitStatus = z.enum(visitStatuses)
export type VisitStatus = z.infer<typeof VisitStatus>
export const visitActions = ['record'] as const
export const VisitAction = z.enum(visitActions)
export type VisitAction = z.infer<typeof VisitAction>

export const VisitInput = z.strictObject({ dueOn: day })
const people = z.number().int().min(0).max(100_000)
/** 看单点菜: what residents could choose from, and how many chose it. */
export const Choice = z.strictObject({ label: text(60), votes: people })
export type Choice = z.infer<typeof Choice>
/** 满意度测评 among residents; left out where nobody was asked. */
export const Satisfied = z.strictObject({ satisfied: people, basicallySatisfied: people, dissatisfied: people })
export type Satisfied = z.infer<typeof Satisfied>
export const VisitRecord = z.strictObject({
  visitedOn: day,
  visitors: text(100),
  said: text(2000),
  choices: z.array(Choice).max(30).default([]),
  residents: Satisfied.nullable().default(null),
})
export type VisitRecord = z.infer<typeof VisitRecord>

export const Visit = z.object({
  id: z.uuid(),
  suggestion: Linked,
  unit: Named.nullable(),
  dueOn: day,
  status: VisitStatus,
  isOverdue: z.boolean(),
  visitedOn: day.nullable(),
  visitors: z.string().nullable(),
  said: z.string().nullable(),
  choices: z.array(Choice),
  residents: Satisfied.nullable(),
  allowed: z.array(VisitAction),
})
export type Visit = z.infer<typeof Visit>
