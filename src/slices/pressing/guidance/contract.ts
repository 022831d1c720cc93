import * as z from 'zod'
import { day, Linked, Named, text } from '../contract.ts'

export const statuses = ['issued', 'acknowledged', 'answered'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['acknowledge', 'answer'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

export const GuidanceInput = z.strictObject({ text: text(2000), dueOn: day })
export type GuidanceInput = z.infer<typeof GuidanceInput>
export const AnswerInput = z.strictObject({ answer: text(5000) })

export const Item = z.object({
  id: z.uuid(),
  suggestion: Linked,
  unit: Named,
  text: z.string(),
  issuedOn: day,
  dueOn: day,
  status: Status,
  isOverdue: z.boolean(),
  acknowledgedOn: day.nullable(),
  answer: z.string().nullable(),
  answeredOn: day.nullable(),
  allowed: z.array(Action),
})
export type Item = z.infer<typeof Item>
