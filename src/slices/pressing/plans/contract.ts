import * as z from 'zod'
import { Linked, Named, optionalText, Progress, suggestionIds, text } from '../contract.ts'

export const actions = ['edit', 'addMember', 'removeMember'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** `text` is the 办理方案; `replyText` what every reply may begin from, since each deputy is answered separately. */
export const PlanEdit = z.strictObject({ title: text(60), text: text(5000), replyText: optionalText(5000) })
export type PlanEdit = z.infer<typeof PlanEdit>
export const PlanInput = z.strictObject({ ...PlanEdit.shape, unitId: z.uuid(), suggestionIds: suggestionIds.default([]) })
export type PlanInput = z.infer<typeof PlanInput>

export const Item = z.object({ id: z.uuid(), title: z.string(), unit: Named, progress: Progress })
export type Item = z.infer<typeof Item>

export const Detail = Item.extend({
  version: z.number().int(),
  text: z.string(),
  replyText: z.string(),
  members: z.array(Linked),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

/** What the form of a reply may insert. */
export const PlanText = z.object({ id: z.uuid(), title: z.string(), replyText: z.string() })
export type PlanText = z.infer<typeof PlanText>
