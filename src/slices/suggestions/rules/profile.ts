/**
 * What differs from place to place in handling suggestions (办理规则包, domain A1.2), as data: numbers with their legal basis, words,
 * result classes and grounds. Law sets outer limits that no local rule may loosen; the schema refuses a profile that tries.
 */
import * as z from 'zod'
import { LegalTerm, RestDayRule, type ProfileKind, type Term } from '#kernel/procedure/contract.ts'
import { groundCodes } from './grounds.ts'

/** From which day a term counts. `receipt` is the day the paper reached the unit; on the platform that is the day of hand-over. */
export const StartEvent = z.enum(['submission', 'handOver', 'receipt', 'reply', 'rehandlingDemand'])
export type StartEvent = z.infer<typeof StartEvent>

export const Timed = LegalTerm.extend({ startsAt: StartEvent })
export type Timed = z.infer<typeof Timed>

/** The meanings that keep figures of different cities comparable, whatever letters they use (domain E3). */
export const classMeanings = ['solved', 'datedPlan', 'undatedPlan', 'upperLevel', 'reference', 'notPossible'] as const
export type ClassMeaning = (typeof classMeanings)[number]

export const ReplyClass = z.strictObject({
  code: z.string().trim().min(1).max(4),
  label: z.string().trim().min(1).max(60),
  meaning: z.enum(classMeanings),
  /** A promise that must be kept and reported: it opens a commitment (承诺事项) with a date. */
  opensCommitment: z.boolean(),
})
export type ReplyClass = z.infer<typeof ReplyClass>

export const Ground = z.strictObject({ code: z.enum(groundCodes), label: z.string().trim().min(1).max(60) })
export type Ground = z.infer<typeof Ground>

const Basis = z.string().trim().min(2).max(200)

const Terms = z.strictObject({
  /** Review and hand-over between sessions (闭会期间交办). Null: the rule names no number. */
  handOver: Timed.nullable(),
  objection: Timed.nullable(),
  reassignment: LegalTerm.nullable(),
  firstContact: Timed.nullable(),
  coOpinion: Timed.nullable(),
  /** Counted from hand-over, never from receipt: 代表法 art 51. */
  reply: Timed.extend({ startsAt: z.literal('handOver') }),
  replyDifficult: Timed.extend({ startsAt: z.literal('handOver') }),
  /** The last day that any extension may reach, from hand-over. */
  replyLimit: LegalTerm,
  feedback: Timed.nullable(),
  rehandling: Timed,
})

const Vocabulary = z.strictObject({
  coHandler: z.enum(['会办', '协办']),
  feedbackForm: z.string().min(2).max(40),
  deputiesOffice: z.string().min(2).max(40),
  /** 机关代字 of the notices that hand over, as in 人办〔2022〕5号 (GB/T 9704-2012, 7.2.5). */
  noticeSeries: z
    .string()
    .regex(/^\p{Script=Han}[\p{Script=Han}（）]{1,7}$/u, '机关代字写 2 到 8 个汉字，例如 人办')
    .default('人办'),
})

export const SuggestionProfile = z
  .strictObject({
    terms: Terms,
    restDayRule: RestDayRule.default('stays'),
    /** From this many working days left a clock is 临期. */
    nearWithinWorkdays: z.int().min(1).max(30).default(5),
    extension: z.strictObject({ consentBy: z.string().min(2).max(40), tellsDeputy: z.boolean(), basis: Basis }),
    objection: z.strictObject({ needsProposedUnit: z.boolean(), acceptsLate: z.boolean() }),
    withdrawal: z.enum(['beforeHandOver', 'anyTime']),
    signedBy: z.strictObject({ who: z.enum(['unitHead', 'principalHead']), basis: Basis }).nullable(),
    joint: z.strictObject({
      replyTo: z.enum(['everyDeputy', 'leadMayRelay', 'mainlyLead']),
      feedbackBy: z.enum(['each', 'lead']),
    }),
    classes: z.array(ReplyClass).min(2),
    classesBasis: Basis,
    grounds: z.array(Ground).min(1),
    groundsBasis: Basis,
    vocabulary: Vocabulary,
  })
  .superRefine((it, context) => {
    const { reply, replyDifficult, replyLimit } = it.terms
    const tooLong = (step: string, timed: LegalTerm, months: number, message: string) =>
      isWithinMonths(timed.term, months) ? [] : [{ path: ['terms', step, 'term', 'amount'], message }]
    const problems = [
      ...tooLong('reply', reply, 3, '答复期限不得长于自交办之日起三个月（《代表法》第五十一条）'),
      ...tooLong('replyDifficult', replyDifficult, 6, '涉及面广、处理难度大的，答复期限不得长于六个月（《代表法》第五十一条）'),
      ...tooLong('replyLimit', replyLimit, 6, '延期后的答复期限不得长于自交办之日起六个月（《代表法》第五十一条）'),
      ...repeated('classes', it.classes, '办理结果类别的代码重复'),
      ...repeated('grounds', it.grounds, '不作为建议的情形重复'),
    ]
    for (const { path, message } of problems) context.addIssue({ code: 'custom', path, message })
  })
export type SuggestionProfile = z.output<typeof SuggestionProfile>
/** A step that has, or may have, a clock. */
export type Step = keyof SuggestionProfile['terms']

/** The settings of this slice for the versioned store in `kernel/procedure`. */
export const suggestionProfile = { slice: 'suggestions', settings: SuggestionProfile } satisfies ProfileKind

/** A preset: a profile to start from, with the name an administrator chooses it by. */
export interface Preset {
  readonly title: string
  readonly note: string
  readonly settings: SuggestionProfile
}

/** The shortest month has 28 days, and no month has fewer than 15 working days; a term in those units must fit even then. */
function isWithinMonths({ amount, unit }: Term, months: number): boolean {
  const perMonth = { month: 1, day: 28, workday: 15 }
  return amount <= months * perMonth[unit]
}

/** A problem at every code that stood in the list before. */
function repeated(
  list: string,
  entries: readonly { code: string }[],
  message: string,
): { path: (string | number)[]; message: string }[] {
  const isRepeated = (code: string, at: number) => entries.findIndex((it) => it.code === code) < at
  return entries.flatMap(({ code }, at) => (isRepeated(code, at) ? [{ path: [list, at, 'code'], message }] : []))
}
