import type { Part } from '#slices/suggestions/contract.ts'
import type { Deputy } from '../people.ts'
import type { Unit } from '../units.ts'

/** What is settled of one suggestion beside its unit and its days: who signed with whom, which units share it, what was asked for. */
export interface Arrangement {
  readonly cosigners: readonly Cosigning[]
  /** What the leading unit answers, where units answer separately. */
  readonly scope: string
  readonly others: readonly OtherUnit[]
  /** The day of 会办意见 where it is known. */
  readonly opinionOn: string | null
  readonly objection: Objection | null
  readonly extension: { readonly months: number; readonly decision: 'granted' | 'refused' | 'pending' } | null
  /** A summary stands in place of the text since this day. */
  readonly summaryOn: string | null
  /** A clerk looked at the rating before it was final. */
  readonly openedOn: string | null
}

export interface Cosigning {
  readonly deputy: Deputy
  readonly answer: 'confirmed' | 'declined' | null
}

/** A unit beside the one that leads, and how far its own part has come where the suggestion is not answered yet. */
export interface OtherUnit {
  readonly unit: Unit
  readonly part: Part
  readonly scope: string
  readonly reach: 'assigned' | 'accepted' | 'drafted' | 'signed' | 'done'
}

export interface Objection {
  /** Who objected, and whose it is in its opinion. */
  readonly by: Unit
  readonly proposed: Unit
  readonly outcome: 'granted' | 'refused' | 'pending'
}

export const plain: Arrangement = {
  cosigners: [],
  scope: '',
  others: [],
  opinionOn: null,
  objection: null,
  extension: null,
  summaryOn: null,
  openedOn: null,
}
