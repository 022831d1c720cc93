import type { Words } from '#lib/pure/words.ts'
import type { UnitMetric } from '../../rules/measures.ts'
import type { FigureFilter, MetricId } from '../contract.ts'

/** What the figures of one unit, or of the whole house, are computed from: running totals and what the night made late. */
export type Counts = Readonly<Record<UnitMetric | LiveCount, number>>
/** `overdue`: late today; `overdueFirst`: of those never answered; the promises are those of `slices/commitments`. */
export const liveCounts = ['overdue', 'overdueFirst', 'promisesDue', 'promisesKept'] as const
export type LiveCount = (typeof liveCounts)[number]

/** The rows behind one number. */
export type BehindList =
  | {
      readonly of: 'suggestions'
      readonly query: FigureFilter & { category?: string; answered?: 'yes' | 'no'; status?: 'unrated'; late?: 'yes' }
    }
  | { readonly of: 'commitments'; readonly query: { counted: 'due' | 'in_time' } }

/** One side of a figure: how to count it, and where to read it row by row. */
interface Side {
  count(it: Counts): number
  readonly list: BehindList
}

export interface Metric {
  readonly id: MetricId
  readonly words: Words<string>
  readonly formula: Words<string>
  /** Never mixed: a rate counts its numerator and its denominator alike. */
  readonly unit: 'suggestion' | 'promise'
  /** The law, or the practice where no law defines it. */
  readonly source: Words<string>
  readonly part: Side
  /** Null: a count and no rate. */
  readonly whole: Side | null
}

const suggestions = (query: Extract<BehindList, { of: 'suggestions' }>['query']): BehindList => ({ of: 'suggestions', query })
const total = (metric: UnitMetric | LiveCount, list: BehindList): Side => ({ count: (it) => it[metric], list })

const handedOver = total('handed_over', suggestions({ handed: 'yes' }))
const replied = total('replied', suggestions({ answered: 'yes' }))
const rated = total('rated', suggestions({ rating: 'any' }))
const article51 = { zh: '《代表法》第五十一条', en: 'Law on Deputies, article 51' }
const practice = { zh: '各地年度办理情况报告的通行口径', en: 'as yearly reports of many places count it' }
const chongqing = {
  zh: '参照《重庆市人民代表大会代表建议批评和意见工作条例》第二十九条',
  en: 'after the Chongqing regulations, article 29',
}

/** Every figure of the handling of suggestions, pinned down once (domain A1.7, features SUG-02 and SUG-34). */
export const catalogue: readonly Metric[] = [
  {
    id: 'reply_rate',
    words: { zh: '办复率', en: 'Reply rate' },
    formula: { zh: '已答复 ÷ 已交办', en: 'answered ÷ handed over' },
    unit: 'suggestion',
    source: article51,
    part: replied,
    whole: handedOver,
  },
  {
    id: 'in_time_rate',
    words: { zh: '按期办复率', en: 'Answered in time' },
    formula: {
      zh: '首次答复不晚于（延期后的）期限 ÷ 首次已答复和逾期未答复',
      en: 'first answered by the (extended) day ÷ answered, or not answered though the day has passed',
    },
    unit: 'suggestion',
    source: article51,
    part: total('in_time', suggestions({ inTime: 'yes' })),
    whole: { count: (it) => it.in_time + it.late + it.overdueFirst, list: suggestions({ inTime: 'counted' }) },
  },
  {
    id: 'face_rate',
    words: { zh: '面商率', en: 'Met face to face' },
    formula: { zh: '有走访、座谈或者现场察看记录 ÷ 已交办', en: 'a visit, meeting or site view on record ÷ handed over' },
    unit: 'suggestion',
    source: practice,
    part: total('met', suggestions({ met: 'yes' })),
    whole: handedOver,
  },
  {
    id: 'satisfied_rate',
    words: { zh: '满意率', en: 'Satisfied' },
    formula: { zh: '对办理结果满意 ÷ 已评价（未评价的不计入）', en: 'satisfied with the result ÷ rated (unrated ones left out)' },
    unit: 'suggestion',
    source: chongqing,
    part: total('satisfied', suggestions({ rating: 'satisfied' })),
    whole: rated,
  },
  {
    id: 'content_rate',
    words: { zh: '满意和基本满意率', en: 'Satisfied or basically satisfied' },
    formula: { zh: '对办理结果满意和基本满意 ÷ 已评价', en: 'satisfied or basically satisfied with the result ÷ rated' },
    unit: 'suggestion',
    source: chongqing,
    part: { count: (it) => it.satisfied + it.basically_satisfied, list: suggestions({ rating: 'content' }) },
    whole: rated,
  },
  {
    id: 'attitude_rate',
    words: { zh: '态度满意率', en: 'Satisfied with the attitude' },
    formula: { zh: '对办理态度满意 ÷ 已评价', en: 'satisfied with the attitude ÷ rated' },
    unit: 'suggestion',
    source: practice,
    part: total('attitude_satisfied', suggestions({ attitude: 'satisfied' })),
    whole: rated,
  },
  {
    id: 'first_satisfied_rate',
    words: { zh: '首次满意率', en: 'Satisfied at first' },
    formula: {
      zh: '首次评价满意 ÷ 有首次评价（重新办理以前）',
      en: 'satisfied at the first rating ÷ rated at first (before re-handling)',
    },
    unit: 'suggestion',
    source: practice,
    part: total('first_satisfied', suggestions({ firstRating: 'satisfied' })),
    whole: total('first_rated', suggestions({ firstRating: 'any' })),
  },
  {
    id: 'feedback_rate',
    words: { zh: '反馈率', en: 'Feedback' },
    formula: { zh: '已评价 ÷ 已答复', en: 'rated ÷ answered' },
    unit: 'suggestion',
    source: chongqing,
    part: rated,
    whole: replied,
  },
  {
    id: 'unrated',
    words: { zh: '未评价', en: 'Not rated' },
    formula: { zh: '期满并两次提醒后仍未评价而办结', en: 'closed unrated after the term and two reminders' },
    unit: 'suggestion',
    source: chongqing,
    part: total('unrated', suggestions({ handed: 'yes', status: 'unrated' })),
    whole: null,
  },
  {
    id: 'solved_rate',
    words: { zh: '解决率', en: 'Solved' },
    formula: {
      zh: '最近一次答复为已解决类（A类） ÷ 已答复并有类别',
      en: 'newest reply says solved (class A) ÷ answered with a class',
    },
    unit: 'suggestion',
    source: practice,
    part: total('solved', suggestions({ meaning: 'solved' })),
    whole: total('classified', suggestions({ meaning: 'any' })),
  },
  {
    id: 'kept_rate',
    words: { zh: '落实率', en: 'Promises kept' },
    formula: { zh: '在首次期限前办成 ÷ 应落实的承诺事项', en: 'kept by the first date ÷ promises due so far' },
    unit: 'promise',
    source: {
      zh: '参照《青岛市人民代表大会代表建议、批评和意见工作条例》第三十一条',
      en: 'after the Qingdao regulations, article 31',
    },
    part: total('promisesKept', { of: 'commitments', query: { counted: 'in_time' } }),
    whole: total('promisesDue', { of: 'commitments', query: { counted: 'due' } }),
  },
  {
    id: 'transfer_rate',
    words: { zh: '往返率', en: 'Handed on' },
    formula: { zh: '退办后改交过的 ÷ 已交办', en: 'handed on after an objection ÷ handed over' },
    unit: 'suggestion',
    source: practice,
    part: total('transferred', suggestions({ transferred: 'yes' })),
    whole: handedOver,
  },
  {
    id: 'overdue',
    words: { zh: '逾期', en: 'Overdue' },
    formula: { zh: '办理中（含重新办理）、答复期限已过', en: 'in handling (also again), the day for the reply has passed' },
    unit: 'suggestion',
    source: article51,
    part: total('overdue', suggestions({ late: 'yes' })),
    whole: null,
  },
]

/** What is counted, never mixed within one figure. */
export const unitWords: Readonly<Record<Metric['unit'], Words<string>>> = {
  suggestion: { zh: '按建议件数计', en: 'counted per suggestion' },
  promise: { zh: '按承诺事项数计', en: 'counted per promise' },
}

/** The address of the rows behind a number below a reader's pages, of all or of one unit, of all years or of one. */
export function addressOf({ of, query }: BehindList, only: { unitId: string | null; year: number | null }): string {
  const yearName = of === 'suggestions' ? 'year' : 'firstYear'
  const narrowed = { ...(only.year !== null && { [yearName]: String(only.year) }), ...(only.unitId && { unitId: only.unitId }) }
  return `/${of}?${new URLSearchParams({ ...query, ...narrowed }).toString()}`
}
