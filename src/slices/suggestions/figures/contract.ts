import * as z from 'zod'
import { CategoryCode } from '#kernel/categories/contract.ts'
import { satisfactions } from '../inputs.ts'

const yes = z.enum(['yes']).optional()
/** `any`: rated at all; `content`: 满意和基本满意. */
const Rated = z.enum(['any', 'content', ...satisfactions]).optional()

/** What a list must be able to hold for every figure to open its rows (`rules/catalogue.ts`). Withdrawn ones are in none of them. */
export const figureFilters = {
  /** Handed over to a unit. */
  handed: yes,
  /** Unit and deputy met at least once. */
  met: yes,
  /** First answered in time, or late; `counted`: answered, or not answered though the day has passed. */
  inTime: z.enum(['yes', 'no', 'counted']).optional(),
  /** The final rating of the result, of the attitude, and the first rating of the result before any re-handling. */
  rating: Rated,
  attitude: z.enum(['satisfied']).optional(),
  firstRating: Rated,
  /** The newest reply has a class, or says that the matter is solved. */
  meaning: z.enum(['any', 'solved']).optional(),
  /** Handed on to another unit after an objection. */
  transferred: yes,
}
export const FigureFilter = z.object(figureFilters)
export type FigureFilter = z.infer<typeof FigureFilter>

export const metricIds = [
  'reply_rate',
  'in_time_rate',
  'face_rate',
  'satisfied_rate',
  'content_rate',
  'attitude_rate',
  'first_satisfied_rate',
  'feedback_rate',
  'unrated',
  'solved_rate',
  'kept_rate',
  'transfer_rate',
  'overdue',
] as const
export const MetricId = z.enum(metricIds)
export type MetricId = z.infer<typeof MetricId>

/** One figure with all that is needed to check it: what it counts, out of what, and the addresses of the rows behind both. */
export const FigureItem = z.object({
  id: MetricId,
  name: z.string(),
  formula: z.string(),
  /** What is counted: 件 or 项. */
  unitOfCount: z.string(),
  source: z.string(),
  part: z.int(),
  /** Null where the figure is a count and no rate. */
  whole: z.int().nullable(),
  /** `96.7%`, the count itself, or "—" where the denominator is nought. */
  value: z.string(),
  /** Addresses below the pages of this reader (`/suggestions?met=yes`); null where this reader has no such list. */
  partList: z.string().nullable(),
  wholeList: z.string().nullable(),
})
export type FigureItem = z.infer<typeof FigureItem>

/** A field of the dictionary: what was handed over and answered, each number with the address of its rows. */
export const CategoryFigure = z.object({
  code: CategoryCode,
  name: z.string(),
  handedOver: z.int(),
  /** Of what was handed over, what was put in a session. */
  inSession: z.int(),
  replied: z.int(),
  replyRate: z.string(),
  list: z.string(),
  repliedList: z.string(),
  openList: z.string(),
})
export type CategoryFigure = z.infer<typeof CategoryFigure>

const DueDay = z.object({ on: z.iso.date(), count: z.int() })
/** 年度: the year of a session and the months after it, or all of them; which one is meant where none is named, the operation says. */
export const Year = z.string().regex(/^(19|20)\d{2}$/)
export const YearOrAll = z.union([z.literal('all'), Year])
export type YearOrAll = z.infer<typeof YearOrAll>
export const YearQuery = z.object({ year: YearOrAll.optional() })

export const FiguresView = z.object({
  asOf: z.iso.datetime(),
  /** Null: of all years. */
  year: z.int().nullable(),
  /** Those that can be asked for, the newest first. */
  years: z.array(z.int()),
  items: z.array(FigureItem),
  /** Handed over and answered month by month, running up; empty for a unit. */
  run: z.object({ months: z.array(z.string()), handedOver: z.array(z.int()), replied: z.array(z.int()) }),
  /** What is in handling, by the last day for its reply. */
  due: z.array(DueDay),
  /** By the field of the category, the most handed over first. */
  categories: z.array(CategoryFigure),
  today: z.iso.date(),
})
export type FiguresView = z.infer<typeof FiguresView>

export const Scorecard = z.object({
  unit: z.object({ id: z.uuid(), name: z.string() }),
  handedOver: z.int(),
  replied: z.int(),
  open: z.int(),
  late: z.int(),
  ratings: z.object({ satisfied: z.int(), basically_satisfied: z.int(), dissatisfied: z.int() }),
  items: z.array(FigureItem),
})
export type Scorecard = z.infer<typeof Scorecard>
export const Scorecards = z.object({ asOf: z.iso.datetime(), items: z.array(Scorecard) })
export type Scorecards = z.infer<typeof Scorecards>
