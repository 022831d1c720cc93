import * as z from 'zod'
import { pageQuery } from '#lib/http/page.ts'

export const statuses = ['open', 'kept', 'not_kept', 'superseded'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['report', 'keep', 'giveUp', 'carry', 'ask', 'rate'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

export const satisfactions = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const
export const Satisfaction = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof Satisfaction>

export const reportKinds = ['progress', 'done', 'not_possible'] as const
export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof ReportKind>

const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.iso.date()
const year = z.coerce.number().int().min(2000).max(2100)

/** One promise as a reply makes it: what, and by which day. The day must still be to come; the action checks that. */
export const CommitmentInput = z.strictObject({ content: text(500), dueOn: day })
export type CommitmentInput = z.infer<typeof CommitmentInput>

export const ReportInput = z.strictObject({ text: text(2000) })
/** 办成: what was done, and what shows it (a paper's number, an acceptance, an address that anybody can look at). */
export const KeepInput = z.strictObject({ text: text(2000), evidence: text(500) })
export const GiveUpInput = z.strictObject({ reason: text(2000) })
export const CarryInput = z.strictObject({ dueOn: day, explanation: text(1000) })
export const AskInput = z.strictObject({ note: text(300) })
export const RateInput = z.strictObject({
  /** The year of the report that is rated: a form that was opened before New Year must not rate another year's report. */
  year,
  satisfaction: Satisfaction,
  reason: z.string().trim().max(1000).default(''),
})
export type ReportInput = z.infer<typeof ReportInput>
export type KeepInput = z.infer<typeof KeepInput>
export type CarryInput = z.infer<typeof CarryInput>
export type RateInput = z.infer<typeof RateInput>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** Where a date stands on the day of reading; `left` is a sentence in the reader's language. */
export const Standing = z.object({ level: z.enum(['notStarted', 'normal', 'near', 'overdue', 'done']), left: z.string() })
export type Standing = z.infer<typeof Standing>

/** The yearly report that is newest, and whether the deputy has rated it; `rateBy` is the last day for that. */
export const Yearly = z.object({
  year: z.number().int(),
  reportedOn: day,
  rateBy: day,
  /** Not rated, and the deputy still may. */
  isOpenForRating: z.boolean(),
  rating: z.object({ satisfaction: Satisfaction, reason: z.string(), ratedOn: day }).nullable(),
})
export type Yearly = z.infer<typeof Yearly>

export const Item = z.object({
  id: z.uuid(),
  suggestionId: z.uuid(),
  reference: z.string(),
  title: z.string(),
  content: z.string(),
  unit: Named,
  deputy: Named,
  /** The term in which it was promised; a later term carries it on. */
  term: z.number().int(),
  isConfidential: z.boolean(),
  status: Status,
  openedOn: day,
  firstDueOn: day,
  dueOn: day,
  settledOn: day.nullable(),
  carries: z.number().int(),
  standing: Standing,
  /** The day on which the deputies' committee asked for a report that has not come yet. */
  askedOn: day.nullable(),
  /** The year whose yearly report is due from the unit now, or null. */
  wantedYear: z.number().int().nullable(),
  yearly: Yearly.nullable(),
  allowed: z.array(Action),
})
export type Item = z.infer<typeof Item>

export const Carry = z.object({ year: z.number().int(), fromDueOn: day, toDueOn: day, explanation: z.string(), carriedOn: day })
export const Report = z.object({
  year: z.number().int(),
  ordinal: z.number().int(),
  kind: ReportKind,
  text: z.string(),
  evidence: z.string(),
  isYearly: z.boolean(),
  reportedOn: day,
})
export const Rating = z.object({ year: z.number().int(), satisfaction: Satisfaction, reason: z.string(), ratedOn: day })
export type Carry = z.infer<typeof Carry>
export type Report = z.infer<typeof Report>
export type Rating = z.infer<typeof Rating>

export const Detail = Item.extend({
  version: z.number().int(),
  round: z.number().int(),
  carryRows: z.array(Carry),
  reports: z.array(Report),
  ratings: z.array(Rating),
})
export type Detail = z.infer<typeof Detail>

/** What anybody may read of one promise: never of a confidential suggestion, never a report's text or a rating's reason. */
export const PublicCommitment = z.object({
  content: z.string(),
  unitName: z.string(),
  status: Status,
  openedOn: day,
  firstDueOn: day,
  dueOn: day,
  settledOn: day.nullable(),
  isOverdue: z.boolean(),
})
export type PublicCommitment = z.infer<typeof PublicCommitment>

export const countings = ['due', 'in_time', 'missed'] as const

export const ListQuery = pageQuery.extend({
  cursor: z
    .string()
    .regex(/^(open|rest)\.\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}$/)
    .optional(),
  status: Status.optional(),
  /** Open, and past the date now in force. */
  overdue: z.enum(['yes']).optional(),
  unitId: z.uuid().optional(),
  /** On the books of that year: first due in it or before, and not settled or carried beyond before it began. */
  year: year.optional(),
  term: z.coerce.number().int().min(1).max(99).optional(),
  carried: z.enum(['yes']).optional(),
  /** Reported for its year and not rated yet, whether the window is still open or not. */
  unrated: z.enum(['yes']).optional(),
  /** The lists behind 落实率: all that was due by now, what was kept by its first date, and the rest. */
  counted: z.enum(countings).optional(),
  /** Year of the first date, by which the figures are counted. */
  firstYear: year.optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

const Figures = z.object({
  due: z.number().int(),
  inTime: z.number().int(),
  /** 落实率 = kept by the first date ÷ due so far (domain A1.7); "—" where nothing was due. */
  rate: z.string(),
})
export type Figures = z.infer<typeof Figures>

export const Summary = Figures.extend({
  open: z.number().int(),
  overdue: z.number().int(),
  carried: z.number().int(),
  byUnit: z.array(Figures.extend({ id: z.uuid(), name: z.string(), open: z.number().int(), overdue: z.number().int() })),
  byYear: z.array(Figures.extend({ year: z.number().int() })),
})
export type Summary = z.infer<typeof Summary>

/** The settings in force with the provisions they rest on; `version` is null where the congress has activated none of its own. */
export const Terms = z.object({
  today: day,
  version: z.number().int().nullable(),
  rating: z.object({ amount: z.number().int(), unit: z.enum(['month', 'day', 'workday']), basis: z.string() }),
  yearly: z.object({ fromMonth: z.number().int(), basis: z.string() }),
  carry: z.object({ basis: z.string() }),
})
export type Terms = z.infer<typeof Terms>
