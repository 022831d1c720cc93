import * as z from 'zod'
import { pageQuery } from '#lib/http/page.ts'
import { MOST_ANSWER, MOST_PHOTOS, MOST_PLACE, MOST_REASON, MOST_TEXT } from './rules/limits.ts'

export const statuses = [
  'sent',
  'accepted',
  'disputed',
  'answered',
  'satisfied',
  'dissatisfied',
  'declined',
  'converted',
  'lapsed',
  'withdrawn',
] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = [
  'accept',
  'answer',
  'passOn',
  'dispute',
  'assign',
  'decline',
  'confirm',
  'reject',
  'convert',
  'withdraw',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** 已解决, 将解决于某日, 不能解决. */
export const results = ['solved', 'planned', 'not_possible'] as const
export const Result = z.enum(results)
export type Result = z.infer<typeof Result>

/** How a unit came to it: from the deputy, from another unit (转办), by decision of the deputies' committee. */
export const handOverKinds = ['sent', 'passed', 'assigned'] as const
export const HandOverKind = z.enum(handOverKinds)
export type HandOverKind = z.infer<typeof HandOverKind>

export const photoParts = ['concern', 'answer'] as const
export const PhotoPart = z.enum(photoParts)
export type PhotoPart = z.infer<typeof PhotoPart>

const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.iso.date()
const photoIds = z.array(z.uuid()).max(MOST_PHOTOS).default([])

export const SendInput = z.strictObject({
  text: text(MOST_TEXT),
  place: text(MOST_PLACE),
  unitId: z.uuid(),
  photoIds,
  /** Nobody beside the units that have it and the deputies' committee learns of it. */
  isConfidential: z.boolean().default(false),
})
export type SendInput = z.infer<typeof SendInput>

export const ReasonInput = z.strictObject({ reason: text(MOST_REASON) })
export const PassOnInput = z.strictObject({ unitId: z.uuid(), reason: text(MOST_REASON) })
export type PassOnInput = z.infer<typeof PassOnInput>

/** A planned solution says by which day; the action checks that it is still to come. */
export const AnswerInput = z.strictObject({
  result: Result,
  text: text(MOST_ANSWER),
  plannedOn: day.nullable().default(null),
  photoIds,
})
export type AnswerInput = z.infer<typeof AnswerInput>

export const ProposalInput = z.strictObject({ text: z.string().trim().max(MOST_TEXT), place: z.string().trim().max(MOST_PLACE) })
export type ProposalInput = z.infer<typeof ProposalInput>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** Units that past hand-overs and declared duties speak for, with the words that decided; empty where too little is known. */
export const Proposal = z.object({ items: z.array(z.object({ unit: Named, words: z.array(z.string()) })) })
export type Proposal = z.infer<typeof Proposal>

/** Where a date stands on the day of reading; `left` is a sentence in the reader's language. */
export const Standing = z.object({ level: z.enum(['notStarted', 'normal', 'near', 'overdue', 'done']), left: z.string() })
export type Standing = z.infer<typeof Standing>

export const Item = z.object({
  id: z.uuid(),
  text: z.string(),
  place: z.string(),
  deputy: Named,
  /** The unit that has it now. */
  unit: Named,
  isConfidential: z.boolean(),
  status: Status,
  result: Result.nullable(),
  sentOn: day,
  /** The day by which the unit answers; it was told this day when it got it. */
  dueOn: day,
  answeredOn: day.nullable(),
  /** The last day for the deputy's word. */
  confirmBy: day.nullable(),
  settledOn: day.nullable(),
  /** Where the day of whoever's turn it is stands; null while the deputies' committee decides and after the end. */
  standing: Standing.nullable(),
  passes: z.int(),
  photoCount: z.int(),
  allowed: z.array(Action),
})
export type Item = z.infer<typeof Item>

export const HandOver = z.object({ ordinal: z.int(), unit: Named, kind: HandOverKind, reason: z.string(), handedOn: day })
export type HandOver = z.infer<typeof HandOver>
export const Photo = z.object({ fileId: z.uuid(), part: PhotoPart, ordinal: z.int() })
export type Photo = z.infer<typeof Photo>

export const Detail = Item.extend({
  version: z.int(),
  /** Why the unit says that it is not its own, and what the deputies' committee decided. */
  objection: z.string(),
  decision: z.string(),
  answer: z.string(),
  plannedOn: day.nullable(),
  complaint: z.string(),
  handOvers: z.array(HandOver),
  photos: z.array(Photo),
  /** What it became, for who may read that. */
  suggestion: Named.nullable(),
})
export type Detail = z.infer<typeof Detail>

/** The lists behind the figures. */
export const countings = ['all', 'open', 'overdue', 'answered', 'solved', 'converted'] as const
export const Counting = z.enum(countings)
export type Counting = z.infer<typeof Counting>

export const ListQuery = pageQuery.extend({
  cursor: z
    .string()
    .regex(/^(open|rest)\.\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  status: Status.optional(),
  result: Result.optional(),
  counted: Counting.optional(),
  unitId: z.uuid().optional(),
  /** What became this suggestion. */
  suggestionId: z.uuid().optional(),
  q: z.string().trim().min(2).max(40).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

const Figures = z.object({
  all: z.int(),
  open: z.int(),
  overdue: z.int(),
  answered: z.int(),
  /** Answered as solved, and the deputy has not said otherwise. */
  solved: z.int(),
  /** 解决率 = solved ÷ answered; "—" where nothing was answered. */
  rate: z.string(),
  converted: z.int(),
})
export type Figures = z.infer<typeof Figures>

export const Summary = Figures.extend({ byUnit: z.array(Figures.extend({ id: z.uuid(), name: z.string() })) })
export type Summary = z.infer<typeof Summary>

const Term = z.object({ amount: z.int(), unit: z.enum(['month', 'day', 'workday']), basis: z.string() })

/** How long a unit and a deputy have and what that rests on; `version` is null where the congress has activated none of its own. */
export const Terms = z.object({ today: day, version: z.int().nullable(), answer: Term, confirm: Term })
export type Terms = z.infer<typeof Terms>
