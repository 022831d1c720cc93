import * as z from 'zod'
import { Term } from '#kernel/procedure/contract.ts'
import { pageQuery } from '#lib/http/page.ts'
import { CategoryCode } from '#kernel/categories/contract.ts'

export const statuses = [
  'draft',
  'cosigning',
  'submitted',
  'returned',
  'received',
  'to_committee',
  'on_agenda',
  'not_motion',
  'consented',
  'converted',
  'ended',
  'merged',
  'lapsed',
  'withdrawn',
] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = [
  'edit',
  'invite',
  'read',
  'cosign',
  'declineCosigning',
  'withdrawCosigning',
  'submit',
  'return',
  'receive',
  'refer',
  'putOnAgenda',
  'rejectAsMotion',
  'leaveOffAgenda',
  'merge',
  'giveOpinion',
  'agreeToConversion',
  'declineConversion',
  'convert',
  'link',
  'withdraw',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** What a motion is about (上海市人民代表大会关于代表议案的规定 art 6). */
export const kinds = ['legislation', 'implementation', 'supervision', 'decision', 'other'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

/** Who decides: the presidium in session, the chairpersons' meeting or the standing committee between sessions. */
export const bodies = ['presidium', 'chairpersons_meeting', 'standing_committee'] as const
export const Body = z.enum(bodies)
export type Body = z.infer<typeof Body>

/** What was decided; `merged` is handled together with another motion (并案). */
export const outcomes = ['on_agenda', 'to_committee', 'not_motion', 'not_on_agenda', 'merged'] as const
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>

/** What a committee recommends. */
export const recommendations = ['on_agenda', 'not_on_agenda', 'not_motion'] as const
export const Recommendation = z.enum(recommendations)
export type Recommendation = z.infer<typeof Recommendation>

/** Where one deputy stands towards the present text; `outdated` confirmed an earlier one. */
export const standings = ['invited', 'read', 'confirmed', 'outdated', 'declined', 'withdrawn'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>

export const linkKinds = ['became', 'related'] as const
export const LinkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof LinkKind>

const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.iso.date()

/** 案由, 案据, 方案 (代表法 art 15); the lengths are those of a suggestion, so that a motion can become one without losing a word. */
export const Draft = z.strictObject({
  kind: Kind,
  title: text(40),
  grounds: text(3000),
  plan: text(3000),
  /** The draft of the regulation or its main points; a legislative motion must have it. */
  outline: z.string().trim().max(20_000).nullable().default(null),
  isPublic: z.boolean().default(true),
})
export type Draft = z.infer<typeof Draft>

export const InviteInput = z.strictObject({ deputyIds: z.array(z.uuid()).min(1).max(100) })
/** The version that was on the screen: nobody confirms what they have not seen. */
export const VersionInput = z.strictObject({ textVersion: z.int().min(1).max(100_000) })
export const ReasonInput = z.strictObject({ reason: text(500) })
export const WithdrawInput = ReasonInput.extend({ isAgreedByAll: z.boolean().default(false) })
export type WithdrawInput = z.infer<typeof WithdrawInput>

export const DecideInput = z.strictObject({
  outcome: z.enum(['on_agenda', 'to_committee', 'not_motion', 'not_on_agenda']),
  body: Body,
  decidedOn: day,
  basis: text(500),
  committeeId: z.uuid().nullable().default(null),
})
export type DecideInput = z.infer<typeof DecideInput>
export const MergeInput = z.strictObject({ mainId: z.uuid(), body: Body, decidedOn: day, basis: text(500) })
export type MergeInput = z.infer<typeof MergeInput>
export const OpinionInput = z.strictObject({ recommendation: Recommendation, text: text(3000) })
export type OpinionInput = z.infer<typeof OpinionInput>
export const ConvertInput = z.strictObject({ category: CategoryCode })
export const LinkInput = z.strictObject({ suggestionId: z.uuid() })

/** When the committee's opinion is due, and why. */
export const Due = z.object({
  dueOn: day,
  sentence: z.string(),
  basis: z.string(),
  level: z.enum(['notStarted', 'normal', 'near', 'overdue', 'done']),
  left: z.string(),
})
export type Due = z.infer<typeof Due>

const Named = z.object({ id: z.uuid(), name: z.string() })

export const Item = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  number: z.int().nullable(),
  title: z.string(),
  kind: Kind,
  status: Status,
  outcome: Outcome.nullable(),
  deputy: Named,
  committee: Named.nullable(),
  /** Lead deputy and confirmed co-signers, of `minimum` that are needed. */
  signatories: z.int(),
  minimum: z.int(),
  /** Where the reader stands as one who was invited; null for anybody else. */
  mine: Standing.nullable(),
  submittedOn: day.nullable(),
  receivedOn: day.nullable(),
  due: Due.nullable(),
})
export type Item = z.infer<typeof Item>

export const Signatory = z.object({
  deputy: Named,
  standing: Standing,
  invitedAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
})
export type Signatory = z.infer<typeof Signatory>

const Related = z.object({ id: z.uuid(), reference: z.string().nullable(), number: z.int().nullable(), title: z.string() })
const Decision = z.object({
  outcome: Outcome,
  body: Body,
  decidedOn: day,
  basis: z.string(),
  committeeName: z.string().nullable(),
})
const Opinion = OpinionInput.extend({ committeeName: z.string(), givenOn: day })
const SuggestionLink = Related.extend({ kind: LinkKind })

export const Detail = Item.extend({
  version: z.int(),
  textVersion: z.int(),
  term: z.int(),
  session: z.int().nullable(),
  grounds: z.string(),
  plan: z.string(),
  outline: z.string().nullable(),
  isPublic: z.boolean(),
  minimumBasis: z.string(),
  cosigners: z.array(Signatory),
  decisions: z.array(Decision),
  opinion: Opinion.nullable(),
  main: Related.nullable(),
  merged: z.array(Related),
  links: z.array(SuggestionLink),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

/** What anybody may read: no roll of names, no basis of a decision that was not made for publication. */
export const PublicItem = Item.omit({ id: true, due: true, mine: true, minimum: true }).extend({ reference: z.string() })
export type PublicItem = z.infer<typeof PublicItem>
const PublicRelated = Related.omit({ id: true })
export const PublicDetail = PublicItem.extend({
  text: z.object({ grounds: z.string(), plan: z.string(), outline: z.string().nullable() }).nullable(),
  decisions: z.array(Decision),
  recommendation: Recommendation.nullable(),
  main: PublicRelated.nullable(),
  merged: z.array(PublicRelated),
  links: z.array(PublicRelated.extend({ kind: LinkKind })),
  timeline: z.array(z.object({ at: z.iso.datetime(), sentence: z.string() })),
})
export type PublicDetail = z.infer<typeof PublicDetail>

/**
 * Received papers and what became of them; every one is counted once:
 * received = asMotion + converted + notConverted + undecided + lapsed + withdrawn. `asMotion` = onAgenda + toCommittee + notOnAgenda + merged.
 */
export const Summary = z.object({
  received: z.int(),
  asMotion: z.int(),
  onAgenda: z.int(),
  toCommittee: z.int(),
  notOnAgenda: z.int(),
  merged: z.int(),
  converted: z.int(),
  notConverted: z.int(),
  undecided: z.int(),
  lapsed: z.int(),
  withdrawn: z.int(),
})
export type Summary = z.infer<typeof Summary>

export const ListQuery = pageQuery.extend({
  cursor: z.uuid().optional(),
  status: Status.optional(),
  kind: Kind.optional(),
  committeeId: z.uuid().optional(),
  /** A session (`17-1`) or a year between sessions (`17-2022`). */
  series: z
    .string()
    .regex(/^\d{1,3}-\d{1,4}$/)
    .optional(),
  /** Linked with this suggestion, or become it. */
  suggestionId: z.uuid().optional(),
  /** Only what waits for the reader. */
  turn: z.enum(['mine']).optional(),
  q: z.string().trim().min(2).max(40).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

/** What forms need: how many must sign here and why, how long a committee has, and the day it is. */
export const Settings = z.object({
  today: day,
  minimum: z.int(),
  minimumBasis: z.string(),
  committeeOpinion: Term,
  committeeOpinionBasis: z.string(),
})
export type Settings = z.infer<typeof Settings>
