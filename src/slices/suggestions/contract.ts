import * as z from 'zod'
import { pageQuery } from '#lib/http/page.ts'

export const statuses = [
  'draft',
  'submitted',
  'returned',
  'registered',
  'assigned',
  'accepted',
  'replied',
  'rated',
  'closed',
  'withdrawn',
] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = [
  'edit',
  'submit',
  'return',
  'register',
  'assign',
  'accept',
  'logContact',
  'reply',
  'rate',
  'rehandle',
  'close',
  'withdraw',
] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

export const categories = ['economy', 'construction', 'environment', 'livelihood', 'legal', 'other'] as const
export const Category = z.enum(categories)
export type Category = z.infer<typeof Category>

export const satisfactions = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const
export const Satisfaction = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof Satisfaction>

export const contactKinds = ['visit', 'meeting', 'phone', 'message', 'site'] as const
export const ContactKind = z.enum(contactKinds)
export type ContactKind = z.infer<typeof ContactKind>

const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.iso.date()

/** What a deputy writes (北京条例 art 9: title, situation and problem, concrete suggestions). One matter only. */
export const Draft = z.strictObject({
  title: text(40),
  matter: text(3000),
  requests: z.array(text(1000)).min(1).max(20),
  category: Category,
  proposedUnitId: z.uuid().nullable().default(null),
  isPublic: z.boolean().default(true),
})
export type Draft = z.infer<typeof Draft>

export const AssignInput = z.strictObject({ unitId: z.uuid(), isDifficult: z.boolean().default(false) })
export const ReasonInput = z.strictObject({ reason: text(500) })
export const ContactInput = z.strictObject({ kind: ContactKind, contactedOn: day, note: text(500) })
export const ReplyInput = z.strictObject({
  class: z.string().min(1).max(4),
  documentNumber: z.string().regex(/^[\p{Script=Han}]{1,8}〔\d{4}〕[1-9]\d{0,4}号$/u),
  signer: text(20),
  contact: text(60),
  text: text(5000),
  points: z.array(text(2000)).min(1).max(20),
})
export const RateInput = z.strictObject({
  attitude: Satisfaction,
  result: Satisfaction,
  reason: z.string().trim().max(1000).default(''),
})
export type ReplyInput = z.infer<typeof ReplyInput>
export type RateInput = z.infer<typeof RateInput>
export type ContactInput = z.infer<typeof ContactInput>

/** A date together with how it was computed and the law it rests on. */
export const Due = z.object({
  kind: z.enum(['handOver', 'reply', 'rehandling', 'feedback']),
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
  category: Category,
  status: Status,
  deputy: Named,
  unit: Named.nullable(),
  handedOverOn: day.nullable(),
  due: Due.nullable(),
})
export type Item = z.infer<typeof Item>

export const Detail = Item.extend({
  version: z.number().int(),
  term: z.number().int(),
  session: z.number().int().nullable(),
  matter: z.string(),
  requests: z.array(z.string()),
  proposedUnit: Named.nullable(),
  isPublic: z.boolean(),
  isDifficult: z.boolean(),
  round: z.number().int(),
  submittedOn: day.nullable(),
  registeredOn: day.nullable(),
  acceptedOn: day.nullable(),
  repliedOn: day.nullable(),
  closedOn: day.nullable(),
  contacts: z.array(z.object({ id: z.uuid(), kind: ContactKind, contactedOn: day, note: z.string(), round: z.number().int() })),
  replies: z.array(ReplyInput.extend({ round: z.number().int(), repliedOn: day, unitName: z.string() })),
  ratings: z.array(RateInput.extend({ round: z.number().int(), ratedOn: day })),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

/** What anybody may read: no contact, no draft; the text only where the deputy agreed to its publication. */
export const PublicItem = Item.omit({ id: true, due: true }).extend({ reference: z.string(), repliedOn: day.nullable() })
export type PublicItem = z.infer<typeof PublicItem>
export const PublicDetail = PublicItem.extend({
  submittedOn: day.nullable(),
  registeredOn: day.nullable(),
  ratedOn: day.nullable(),
  closedOn: day.nullable(),
  due: Due.nullable(),
  text: z.object({ matter: z.string(), requests: z.array(z.string()) }).nullable(),
  replies: z.array(
    z.object({
      round: z.number().int(),
      class: z.string(),
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
  classes: z.array(z.object({ code: z.string(), label: z.string() })),
})

export const ListQuery = pageQuery.extend({
  cursor: z.uuid().optional(),
  status: Status.optional(),
  category: Category.optional(),
  unitId: z.uuid().optional(),
  /** The deputy who leads it. */
  deputyId: z.uuid().optional(),
  /** Of those handed over: answered at least once, or not yet; the lists behind 办复率. */
  answered: z.enum(['yes', 'no']).optional(),
  /** In handling, and the reply is overdue today. */
  late: z.enum(['yes']).optional(),
  /** Two characters or more; finds words in the middle of sentences. */
  q: z.string().trim().min(2).max(50).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>
