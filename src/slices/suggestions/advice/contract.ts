import * as z from 'zod'
import { Status } from '../contract.ts'
import { groundCodes } from '../rules/grounds.ts'
import { requiredParts } from './rules/parts-present.ts'

const text = (max: number) => z.string().trim().max(max)

/** A text while it is written: anything may still be missing. `id` where it is on the server already, so that it is not like itself. */
export const AdviceInput = z.strictObject({
  id: z.uuid().nullable().default(null),
  title: text(200),
  matter: text(5000),
  requests: z.array(text(2000)).max(40),
})
export type AdviceInput = z.infer<typeof AdviceInput>

/** A suggestion like the one that is written. `id` is there for whoever may open it in the workbench; others read the public page. */
export const Similar = z.object({
  id: z.uuid().nullable(),
  reference: z.string().nullable(),
  title: z.string(),
  status: Status,
  deputyName: z.string(),
  unitName: z.string().nullable(),
  /** Likeness of the words, 0 to 1; only for comparing. */
  score: z.number(),
  /** Words that stand in both texts, the longest first. */
  shared: z.array(z.string()),
  isMine: z.boolean(),
})
export type Similar = z.infer<typeof Similar>

/** What a reviewer may want to look at before registering; nothing here decides. */
export const ReviewAdvice = z.object({
  missing: z.array(z.enum(requiredParts)),
  grounds: z.array(z.object({ ground: z.enum(groundCodes), label: z.string(), words: z.array(z.string()) })),
  groundsBasis: z.string(),
  /** `at` counts the requests from 0. */
  others: z.array(z.object({ at: z.int(), words: z.array(z.string()) })),
})
export type ReviewAdvice = z.infer<typeof ReviewAdvice>

/** Fewer hand-overs than this teach nothing. */
export const LEAST_HAND_OVERS = 30

export const UnitProposal = z.object({
  /** `tooFew`: not enough hand-overs yet. `notLearnt`: nothing was learnt from them yet. */
  state: z.enum(['ready', 'tooFew', 'notLearnt']),
  handOvers: z.int(),
  least: z.int(),
  learntAt: z.iso.datetime().nullable(),
  /** Much was handed over since; `learnUnits` asks for it to be learnt afresh. */
  isStale: z.boolean(),
  units: z.array(
    z.object({
      unit: z.object({ id: z.uuid(), name: z.string() }),
      /** Declared duties that the text names, and words of what went to this unit before. */
      duties: z.array(z.string()),
      words: z.array(z.string()),
      /** Past suggestions like this one that this unit was given. */
      past: z.array(z.object({ id: z.uuid(), reference: z.string().nullable(), title: z.string() })),
    }),
  ),
})
export type UnitProposal = z.infer<typeof UnitProposal>
