import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { PublicCommitment, Summary } from './contract.ts'
import { summarise, summarisePublicly } from './reading.ts'
import { countOpenOf, listOf, type Commitment } from './store.ts'
import { toPublic } from './views.ts'

export { openCommitments, type Given } from './actions/open.ts'
export { protectCommitments } from './actions/protect.ts'
export { supersedeCommitments } from './actions/supersede.ts'

/** How many promises of a suggestion are still open; it is not closed for good while one is. */
export function countOpen(tx: Tx, suggestionId: string): Promise<number> {
  return countOpenOf(tx, suggestionId)
}

/** Every promise of a suggestion with its row's facts, for views inside the house. */
export function commitmentsOf(tx: Tx, suggestionId: string): Promise<Commitment[]> {
  return listOf(tx, suggestionId)
}

/**
 * What anybody may read of a suggestion's promises: content, dates, state. Empty for a confidential suggestion; the caller asks only
 * for suggestions whose text is public. What was superseded is left out.
 */
export async function publicCommitmentsOf({ tx, now }: { tx: Tx; now: Date }, suggestionId: string): Promise<PublicCommitment[]> {
  const rows = await listOf(tx, suggestionId)
  return rows.filter((it) => !it.isConfidential && it.status !== 'superseded').map((it) => toPublic(it, toBeijingDate(now)))
}

/** 落实率 of every unit and of all, of what this actor may see: the same rows as the list behind it. `year` is that of the first date. */
export function commitmentFigures({ tx, actor, now }: Act, year: number | null = null): Promise<Summary> {
  return summarise(tx, actor, toBeijingDate(now), year)
}

/** 落实率 of every unit and of all, what is confidential left out; a unit without promises is not in `byUnit`. */
export function publicCommitmentFigures({ tx, now }: { tx: Tx; now: Date }, year: number | null = null): Promise<Summary> {
  return summarisePublicly(tx, toBeijingDate(now), year)
}
