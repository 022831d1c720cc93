import * as z from 'zod'
import { day, Linked, Named, optionalText, PublicLinked, suggestionIds, text } from '../contract.ts'

export const statuses = ['planned', 'held', 'cancelled'] as const
export const Status = z.enum(statuses)
export type Status = z.infer<typeof Status>

export const actions = ['edit', 'hold', 'cancel'] as const
export const Action = z.enum(actions)
export type Action = z.infer<typeof Action>

/** Who comes where and over what. The lead deputies of the suggestions come without being named. */
export const EventInput = z.strictObject({
  theme: text(60),
  heldOn: day,
  place: text(100),
  siteView: optionalText(500),
  unitIds: z.array(z.uuid()).min(1).max(30),
  deputyIds: z.array(z.uuid()).max(100).default([]),
  suggestionIds: suggestionIds.default([]),
})
export type EventInput = z.infer<typeof EventInput>

/** What is entered once it was held: who came, what was said, the minutes, and what came of each suggestion. */
export const HoldInput = z.strictObject({
  residents: z.number().int().min(0).max(10_000),
  said: text(5000),
  minutes: text(10_000),
  results: z
    .array(z.strictObject({ suggestionId: z.uuid(), result: text(500) }))
    .max(300)
    .default([]),
})
export type HoldInput = z.infer<typeof HoldInput>

export const Item = z.object({
  id: z.uuid(),
  theme: z.string(),
  heldOn: day,
  place: z.string(),
  status: Status,
  units: z.array(Named),
  deputies: z.number().int(),
  residents: z.number().int(),
  suggestions: z.number().int(),
})
export type Item = z.infer<typeof Item>

export const Detail = Item.omit({ deputies: true, suggestions: true }).extend({
  version: z.number().int(),
  siteView: z.string(),
  said: z.string(),
  minutes: z.string(),
  cancelReason: z.string().nullable(),
  deputies: z.array(Named),
  suggestions: z.array(z.object({ suggestion: Linked, result: z.string() })),
  allowed: z.array(Action),
})
export type Detail = z.infer<typeof Detail>

export const PublicEvent = z.object({
  id: z.uuid(),
  theme: z.string(),
  heldOn: day,
  place: z.string(),
  siteView: z.string(),
  said: z.string(),
  units: z.array(z.string()),
  deputies: z.array(z.string()),
  residents: z.number().int(),
  suggestions: z.array(PublicLinked.extend({ result: z.string() })),
})
export type PublicEvent = z.infer<typeof PublicEvent>
