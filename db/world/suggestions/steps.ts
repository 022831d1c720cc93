import type { ContactInput, Draft, EscalateInput, Part, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import type { Ground } from '#slices/suggestions/rules/profile.ts'
import type * as z from 'zod'
import type { Deputy } from '../people.ts'
import type { Unit } from '../units.ts'

/** A unit and its part in a hand-over. */
export interface Handed {
  readonly unit: Unit
  readonly part: Part
  readonly scope: string
}

/** What a deputy did. Without a name it is the lead deputy. */
type DeputyStep =
  | { readonly action: 'draft'; readonly draft: Draft }
  | { readonly action: 'edit'; readonly draft: Draft }
  | { readonly action: 'invite'; readonly deputies: readonly Deputy[] }
  | { readonly action: 'cosign'; readonly deputy: Deputy; readonly answer: 'confirmed' | 'declined' }
  | { readonly action: 'submit' }
  | { readonly action: 'recallSubmission' }
  | { readonly action: 'rate'; readonly rating: RateInput }
  | { readonly action: 'amendRating'; readonly rating: RateInput }
  | { readonly action: 'withdraw'; readonly reason: string }
  | { readonly action: 'agreeWithdrawal'; readonly deputy: Deputy }

/** What the deputies' committee did. */
type OfficeStep =
  | { readonly action: 'see' }
  | { readonly action: 'return'; readonly reason: string }
  | { readonly action: 'decline'; readonly ground: Ground['code']; readonly advice: string }
  | { readonly action: 'passOn'; readonly unit: Unit; readonly note: string }
  | { readonly action: 'register'; readonly number: number }
  | { readonly action: 'protect'; readonly isConfidential: boolean; readonly reason: string }
  | { readonly action: 'assign'; readonly handlers: readonly Handed[]; readonly isDifficult: boolean }
  | { readonly action: 'uphold'; readonly unit: Unit; readonly reason: string }
  | { readonly action: 'reassign'; readonly from: Unit; readonly handlers: readonly Handed[] }
  | { readonly action: 'decideExtension'; readonly decision: 'granted' | 'refused'; readonly note: string }
  | { readonly action: 'openRating' }
  | { readonly action: 'rehandle'; readonly reason: string }
  | ({ readonly action: 'escalate' } & Readonly<z.output<typeof EscalateInput>>)
  | { readonly action: 'close'; readonly conclusion: string }
  | { readonly action: 'publish'; readonly summary: string | null }

/** What a unit that handles it did. */
type UnitStep = { readonly unit: Unit } & (
  | { readonly action: 'accept' }
  | { readonly action: 'object'; readonly reason: string; readonly proposed: Unit }
  | { readonly action: 'logContact'; readonly contact: ContactInput }
  | { readonly action: 'giveOpinion'; readonly text: string }
  | { readonly action: 'requestExtension'; readonly months: number; readonly reason: string }
  | { readonly action: 'draftReply'; readonly reply: ReplyInput }
  | { readonly action: 'concur' }
  | { readonly action: 'signReply' }
  | { readonly action: 'reply' }
)

/** One thing that was done to a suggestion, and when. */
export type Step = { readonly at: Date } & (DeputyStep | OfficeStep | UnitStep)

/** The whole story of one suggestion, oldest step first. `key` is the same in every load. */
export interface History {
  readonly key: string
  readonly deputy: Deputy
  readonly term: number
  readonly session: number | null
  readonly series: string
  readonly steps: readonly Step[]
}

/** The accounts that act. */
export interface Cast {
  clerk(): string
  /** As the log of opened ratings names them. */
  clerkName(): string
  deputy(deputyId: string): string
  handler(unitId: string): string
}
