import * as z from 'zod'
import { Status } from '#slices/suggestions/contract.ts'

/** Fields that every part of 督办 writes with. */
export const day = z.iso.date()
export const text = (max: number) => z.string().trim().min(1).max(max)
export const optionalText = (max: number) => z.string().trim().max(max).default('')
export const ReasonInput = z.strictObject({ reason: text(500) })
export const SuggestionInput = z.strictObject({ suggestionId: z.uuid() })
export const suggestionIds = z.array(z.uuid()).max(300)
export const Named = z.object({ id: z.uuid(), name: z.string() })
export type Named = z.infer<typeof Named>

/** A suggestion as another page names it. `isAnswered`: a reply was given, as 办复率 counts it. */
export const Linked = z.object({
  id: z.uuid(),
  reference: z.string().nullable(),
  number: z.number().int().nullable(),
  title: z.string(),
  status: Status,
  unitName: z.string().nullable(),
  deputyName: z.string(),
  isAnswered: z.boolean(),
})
export type Linked = z.infer<typeof Linked>

/** How far a group of suggestions has come; a hidden one counts and is not named. */
export const Progress = z.object({ members: z.number().int(), handedOver: z.number().int(), answered: z.number().int() })
export type Progress = z.infer<typeof Progress>

/** What anybody may read of a suggestion that was pressed for. */
export const PublicLinked = z.object({ reference: z.string(), title: z.string() })
export type PublicLinked = z.infer<typeof PublicLinked>
