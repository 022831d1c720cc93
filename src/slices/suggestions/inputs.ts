import * as z from 'zod'
import { CategoryCode } from '#kernel/categories/contract.ts'
import { CommitmentInput } from '#slices/commitments/contract.ts'
import { groundCodes } from './rules/grounds.ts'

/** What people send: the words of a suggestion and of every act upon it. */
export const satisfactions = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const
export const Satisfaction = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof Satisfaction>

export const contactKinds = ['visit', 'meeting', 'phone', 'message', 'site'] as const
/** 面商: the unit and the deputy met. */
export const faceContactKinds = ['visit', 'meeting', 'site'] as const
export const ContactKind = z.enum(contactKinds)
export type ContactKind = z.infer<typeof ContactKind>

const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.iso.date()

/** What a deputy writes (北京条例 art 9: title, situation and problem, concrete suggestions). One matter only. */
export const Draft = z.strictObject({
  title: text(40),
  matter: text(3000),
  requests: z.array(text(1000)).min(1).max(20),
  /** Of the congress's dictionary (kernel/categories): a field, or a class of one. */
  category: CategoryCode,
  proposedUnitId: z.uuid().nullable().default(null),
  isPublic: z.boolean().default(true),
  /** The deputy asks that nobody beside the office and the handling units learns of it (山东办法 art 11). */
  isConfidential: z.boolean().default(false),
})
export type Draft = z.infer<typeof Draft>

/** 主办, 会办（协办）, 分别办理. Several leads answer together: the first replies once the others concur (上海规定 art 17). */
export const parts = ['lead', 'co', 'separate'] as const
export const Part = z.enum(parts)
export type Part = z.infer<typeof Part>

/** Which unit does what. What a unit answers separately is stated at the hand-over (青岛条例 art 16). */
export const HandlerInput = z.strictObject({
  unitId: z.uuid(),
  part: Part.default('lead'),
  scope: z.string().trim().max(200).default(''),
})
export type HandlerInput = z.infer<typeof HandlerInput>
export const AssignInput = z.strictObject({
  handlers: z.array(HandlerInput).min(1).max(12),
  isDifficult: z.boolean().default(false),
})
export type AssignInput = z.infer<typeof AssignInput>
export const ReassignInput = z.strictObject({ from: z.uuid(), handlers: z.array(HandlerInput).min(1).max(12) })
export type ReassignInput = z.infer<typeof ReassignInput>

export const InviteInput = z.strictObject({ deputyIds: z.array(z.uuid()).min(1).max(50) })
/** `textVersion` is the version that was read: a text that changed meanwhile must be read again. */
export const CosignInput = z.strictObject({ answer: z.enum(['confirmed', 'declined']), textVersion: z.int() })
export type CosignInput = z.infer<typeof CosignInput>

export const DeclineInput = z.strictObject({ ground: z.enum(groundCodes), advice: text(500) })
export const PassOnInput = z.strictObject({ unitId: z.uuid(), note: text(500) })
export const ObjectInput = z.strictObject({ reason: text(500), proposedUnitId: z.uuid().nullable().default(null) })
export const UnitReasonInput = z.strictObject({ unitId: z.uuid(), reason: text(500) })
export const OpinionInput = z.strictObject({ text: text(3000) })
export const ExtendInput = z.strictObject({ months: z.int().min(1).max(3), reason: text(500) })
export const DecideExtensionInput = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  note: z.string().trim().max(500).default(''),
})
export const SignInput = z.strictObject({ signedOn: day, scanFileId: z.uuid().nullable().default(null) })
export const RehandleInput = z.strictObject({ reason: text(500), unitIds: z.array(z.uuid()).max(12).default([]) })
export const escalations = ['meeting', 'expert_assessment', 'third_party_assessment'] as const
export const EscalateInput = z.strictObject({ kind: z.enum(escalations), heldOn: day, note: text(1000) })
/** What is closed although the deputy stays dissatisfied needs a conclusion. */
export const CloseInput = z.strictObject({ conclusion: z.string().trim().max(1000).default('') }).default({ conclusion: '' })
/** Null publishes the full text, a text stands in its place. */
export const PublishInput = z.strictObject({ summary: text(2000).nullable() })
export const ProtectInput = z.strictObject({ isConfidential: z.boolean(), reason: text(500) })
export const ReasonInput = z.strictObject({ reason: text(500) })
export const ContactInput = z.strictObject({ kind: ContactKind, contactedOn: day, note: text(500) })
export const ReplyInput = z.strictObject({
  class: z.string().min(1).max(4),
  documentNumber: z.string().regex(/^[\p{Script=Han}]{1,8}〔\d{4}〕[1-9]\d{0,4}号$/u),
  signer: text(20),
  contact: text(60),
  text: text(5000),
  points: z.array(text(2000)).min(1).max(20),
  /** What the class promises by a date; classes that open a commitment need at least one. */
  commitments: z.array(CommitmentInput).max(10).default([]),
})
export const RateInput = z.strictObject({
  attitude: Satisfaction,
  result: Satisfaction,
  reason: z.string().trim().max(1000).default(''),
})
export type ReplyInput = z.infer<typeof ReplyInput>
export type RateInput = z.infer<typeof RateInput>
export type ContactInput = z.infer<typeof ContactInput>
