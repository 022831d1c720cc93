import type { ContactInput, Draft, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import type { Deputy } from '../people.ts'
import type { Unit } from '../units.ts'

/** One thing that was done to a suggestion, and when. Who did it follows from the part: deputy, deputies' committee, unit. */
export type Step = { readonly at: Date } & (
  | { readonly action: 'draft'; readonly draft: Draft }
  | { readonly action: 'submit' }
  | { readonly action: 'return'; readonly reason: string }
  | { readonly action: 'register'; readonly number: number }
  | { readonly action: 'assign'; readonly unit: Unit; readonly isDifficult: boolean }
  | { readonly action: 'accept' }
  | { readonly action: 'logContact'; readonly contact: ContactInput }
  | { readonly action: 'reply'; readonly reply: ReplyInput }
  | { readonly action: 'rate'; readonly rating: RateInput }
  | { readonly action: 'rehandle'; readonly reason: string }
  | { readonly action: 'close' }
)

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
  deputy(deputyId: string): string
  handler(unitId: string): string
}
