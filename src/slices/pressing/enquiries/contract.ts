import * as z from 'zod'
import { ContactKind } from '#slices/suggestions/contract.ts'
import { day, Linked, Named, text } from '../contract.ts'

/** 追问, 约见, 视察. */
export const kinds = ['question', 'meeting', 'inspection'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const statuses = ['asked', 'acknowledged', 'answered', 'recalled'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['recall', 'acknowledge', 'answer'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** Without a unit the one that leads is asked. `wantedOn`: the day by which the deputy would like it. */
export const EnquiryInput = z.strictObject({
  kind: Kind,
  text: text(500),
  wantedOn: day.nullable().default(null),
  unitId: z.uuid().nullable().default(null),
})
export type EnquiryInput = z.infer<typeof EnquiryInput>

/** How the unit spoke with the deputy; it is a contact of the suggestion as well. */
export const EnquiryAnswer = z.strictObject({ contactKind: ContactKind, contactedOn: day, answer: text(1000) })
export type EnquiryAnswer = z.infer<typeof EnquiryAnswer>

export const Item = z.object({
  id: z.uuid(),
  suggestion: Linked,
  unit: Named,
  deputy: Named,
  kind: Kind,
  text: z.string(),
  askedOn: day,
  wantedOn: day.nullable(),
  status: Status,
  /** The day that was wished for has passed and nothing was logged. */
  isOverdue: z.boolean(),
  acknowledgedOn: day.nullable(),
  contact: z.object({ kind: ContactKind, on: day, answer: z.string() }).nullable(),
  allowed: z.array(Action),
})
export type Item = z.infer<typeof Item>

/** Of one suggestion: what was asked, and whom this reader may ask now; nobody where it is not theirs to ask. */
export const CaseEnquiries = z.object({ items: z.array(Item), askable: z.array(Named) })
export type CaseEnquiries = z.infer<typeof CaseEnquiries>
