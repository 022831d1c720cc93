import * as z from 'zod'
import { CategoryCode, CategoryLabel } from '#kernel/categories/contract.ts'
import { pageQuery } from '#lib/http/page.ts'
import { figureFilters, Year } from './figures/contract.ts'
import { ContactKind, Part, RateInput, ReplyInput } from './inputs.ts'
import { groundCodes } from './rules/grounds.ts'

export * from './inputs.ts'

export const statuses = [
  'draft',
  'cosigning',
  'submitted',
  'returned',
  'declined',
  'passed_on',
  'registered',
  'assigned',
  'objected',
  'accepted',
  'replied',
  'rated',
  'escalated',
  'closed',
  'unrated',
  'withdrawn',
] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = [
  'edit',
  'invite',
  'cosign',
  'submit',
  'see',
  'recallSubmission',
  'return',
  'decline',
  'passOn',
  'register',
  'assign',
  'accept',
  'object',
  'uphold',
  'reassign',
  'logContact',
  'giveOpinion',
  'requestExtension',
  'decideExtension',
  'draftReply',
  'concur',
  'signReply',
  'reply',
  'rate',
  'amendRating',
  'openRating',
  'lapse',
  'rehandle',
  'escalate',
  'close',
  'publish',
  'protect',
  'agreeWithdrawal',
  'withdraw',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

const day = z.iso.date()

/** A reply as it was delivered. */
export const Reply = ReplyInput.omit({ commitments: true }).extend({
  round: z.number().int(),
  repliedOn: day,
  unitId: z.uuid(),
  unitName: z.string(),
  signedOn: day.nullable(),
  scanFileId: z.uuid().nullable(),
})
export type Reply = z.infer<typeof Reply>

/** A date together with how it was computed and the law it rests on. */
export const Due = z.object({
  kind: z.enum(['handOver', 'objection', 'firstContact', 'coOpinion', 'reply', 'rehandling', 'feedback']),
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
  number: z.number().int().nullable(),
  title: z.string(),
  category: CategoryLabel,
  status: Status,
  deputy: Named,
  unit: Named.nullable(),
  handedOverOn: day.nullable(),
  due: Due.nullable(),
  /** How many confirmed the present text beside the lead deputy, and how many were asked. */
  cosigned: z.object({ confirmed: z.int(), invited: z.int() }),
  coUnits: z.array(z.string()),
  /** What the reader's own unit has to do in it; null for whoever belongs to none. */
  ownPart: Part.nullable(),
  isKey: z.boolean(),
  isConfidential: z.boolean(),
})
export type Item = z.infer<typeof Item>

export const Handling = z.object({
  unit: Named,
  part: Part,
  scope: z.string(),
  status: z.enum(['assigned', 'objected', 'accepted', 'done', 'released']),
  handedOverOn: day,
  acceptedOn: day.nullable(),
  objection: z.object({ reason: z.string(), proposedUnit: Named.nullable(), objectedOn: day }).nullable(),
  opinion: z.object({ text: z.string(), givenOn: day }).nullable(),
  concurredOn: day.nullable(),
  /** Until when it may object, or its opinion is due. */
  due: Due.nullable(),
})
export type Handling = z.infer<typeof Handling>

export const Cosigner = z.object({
  deputy: Named,
  answer: z.enum(['confirmed', 'declined']).nullable(),
  answeredOn: day.nullable(),
  /** False where the text was changed after the answer. */
  isCurrent: z.boolean(),
  agreedWithdrawalOn: day.nullable(),
})
export type Cosigner = z.infer<typeof Cosigner>

export const Extension = z.object({
  unit: Named,
  months: z.int(),
  reason: z.string(),
  requestedOn: day,
  decision: z.enum(['granted', 'refused']).nullable(),
  note: z.string().nullable(),
  decidedOn: day.nullable(),
})

/** What a unit has written so far; complete enough to be signed, or not yet. */
export const ReplyDraft = z.object({
  unit: Named,
  content: ReplyInput,
  version: z.int(),
  signedOn: day.nullable(),
  scanFileId: z.uuid().nullable(),
})
export type ReplyDraft = z.infer<typeof ReplyDraft>

export const Detail = Item.extend({
  version: z.number().int(),
  textVersion: z.int(),
  term: z.number().int(),
  session: z.number().int().nullable(),
  matter: z.string(),
  requests: z.array(z.string()),
  proposedUnit: Named.nullable(),
  isPublic: z.boolean(),
  isDifficult: z.boolean(),
  round: z.number().int(),
  transfers: z.int(),
  publicSummary: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  /** 发文字号 of the notice that handed it over; null before, and for what was handed over before there were any. */
  noticeNumber: z.string().nullable(),
  submittedOn: day.nullable(),
  registeredOn: day.nullable(),
  acceptedOn: day.nullable(),
  repliedOn: day.nullable(),
  closedOn: day.nullable(),
  cosigners: z.array(Cosigner),
  handlers: z.array(Handling),
  extensions: z.array(Extension),
  replyDrafts: z.array(ReplyDraft),
  contacts: z.array(
    z.object({
      id: z.uuid(),
      kind: ContactKind,
      contactedOn: day,
      note: z.string(),
      round: z.number().int(),
      unitName: z.string().nullable(),
    }),
  ),
  replies: z.array(Reply),
  /** Without those that are not final yet for whoever may not see them (领衔代表 alone, until the office has decided). */
  ratings: z.array(RateInput.extend({ round: z.number().int(), ratedOn: day })),
  /** A rating is there that this reader may open, which is recorded. */
  isRatingSealed: z.boolean(),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

/** What anybody may read: no contact, no draft; the text only where the deputy agreed to its publication. */
export const PublicItem = Item.omit({ id: true, due: true, ownPart: true, isConfidential: true }).extend({
  reference: z.string(),
  repliedOn: day.nullable(),
})
export type PublicItem = z.infer<typeof PublicItem>
export const PublicDetail = PublicItem.extend({
  submittedOn: day.nullable(),
  registeredOn: day.nullable(),
  acceptedOn: day.nullable(),
  ratedOn: day.nullable(),
  closedOn: day.nullable(),
  due: Due.nullable(),
  text: z.object({ matter: z.string(), requests: z.array(z.string()) }).nullable(),
  /** The office's summary, where it stands in place of the text. */
  summary: z.string().nullable(),
  cosigners: z.array(z.string()),
  replies: z.array(
    z.object({
      round: z.number().int(),
      class: z.string(),
      classLabel: z.string(),
      documentNumber: z.string(),
      repliedOn: day,
      unitName: z.string(),
      text: z.string(),
      points: z.array(z.string()),
    }),
  ),
  timeline: z.array(z.object({ at: z.iso.datetime(), sentence: z.string() })),
})
export type PublicDetail = z.infer<typeof PublicDetail>

/** 办复率 = replied ÷ handed over (domain A1.7). `replyRate` is "—" where nothing was handed over. */
export const Summary = z.object({
  handedOver: z.number().int(),
  replied: z.number().int(),
  open: z.number().int(),
  replyRate: z.string(),
  byStatus: z.record(Status, z.number().int()),
})
export type Summary = z.infer<typeof Summary>

/** What forms need of the procedure profile in force: the classes of a reply in this place's letters and words. */
export const Profile = z.object({
  version: z.number().int(),
  /** The day it is in Beijing for the server; a demonstration stands at a day of its own, whatever the reader's clock says. */
  today: day,
  classes: z.array(z.object({ code: z.string(), label: z.string(), opensCommitment: z.boolean() })),
  grounds: z.array(z.object({ code: z.enum(groundCodes), label: z.string() })),
  groundsBasis: z.string(),
  /** 会办 or 协办. */
  coHandler: z.string(),
  /** Who must sign a reply before it is sent, or null. */
  signedBy: z.enum(['unitHead', 'principalHead']).nullable(),
  needsProposedUnit: z.boolean(),
  /** 年度 that a list can be narrowed to, the newest first. */
  years: z.array(z.int()),
})

export const ListQuery = pageQuery.extend({
  cursor: z.uuid().optional(),
  status: Status.optional(),
  /** A field with all its classes, or one class. */
  category: CategoryCode.optional(),
  unitId: z.uuid().optional(),
  /** The deputy who leads it. */
  deputyId: z.uuid().optional(),
  /** Of those handed over: answered at least once, or not yet; the lists behind 办复率. */
  answered: z.enum(['yes', 'no']).optional(),
  /** In handling, and the reply is overdue today. */
  late: z.enum(['yes']).optional(),
  /** 重点督办. */
  key: z.enum(['yes']).optional(),
  /** An extension waits to be decided; with `mine`: the deputy's word is waited for, to join or to agree to a withdrawal. */
  asked: z.enum(['extension', 'cosigning', 'withdrawal']).optional(),
  /** What a deputy is asked to co-sign or has co-signed, instead of what they lead. */
  mine: z.enum(['cosigned']).optional(),
  /** 年度 in which it was put: a session and the months after it. */
  year: Year.optional(),
  ...figureFilters,
  /** Two characters or more; finds words in the middle of sentences. */
  q: z.string().trim().min(2).max(50).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>
