import type { Measure } from '#kernel/metrics/contract.ts'
import type { Outcome, Status, Summary } from '../contract.ts'

/** What the figures of a motion are counted from. */
export interface Measured {
  readonly status: Status
  readonly number: number | null
  readonly outcome: Outcome | null
}

/** Where a received paper ended up; each in one place, so that the parts add up to the whole. */
export type Fate = Exclude<keyof Summary, 'received' | 'asMotion'>
export const fates: readonly Fate[] = [
  'onAgenda',
  'toCommittee',
  'notOnAgenda',
  'merged',
  'converted',
  'notConverted',
  'undecided',
  'lapsed',
  'withdrawn',
]

/** The fate of a paper with a number; null for what was never received. */
export function fateOf({ status, number, outcome }: Measured): Fate | null {
  if (number === null) return null
  if (status === 'ended') return outcome === 'not_motion' ? 'notConverted' : 'notOnAgenda'
  return settled[status] ?? 'undecided'
}

const settled: Readonly<Partial<Record<Status, Fate>>> = {
  on_agenda: 'onAgenda',
  to_committee: 'toCommittee',
  merged: 'merged',
  converted: 'converted',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
}

/**
 * What one motion adds to the totals: `motion.status` what was submitted, `motion.fate` what was received. A change appends the
 * difference, the nightly recount sums this over all rows, and both must agree.
 */
export function measures(it: Measured & { readonly submittedOn: string | null }): Measure[] {
  if (it.submittedOn === null) return []
  const status: Measure = { metric: 'motion.status', dimension: it.status, amount: 1 }
  const fate = fateOf(it)
  return fate ? [status, { metric: 'motion.fate', dimension: fate, amount: 1 }] : [status]
}

/** The figures as people read them, from the totals by fate. */
export function summaryOf(byFate: ReadonlyMap<string, number>): Summary {
  const counts = Object.fromEntries(fates.map((fate) => [fate, byFate.get(fate) ?? 0])) as Record<Fate, number>
  const received = fates.reduce((sum, fate) => sum + counts[fate], 0)
  const asMotion = counts.onAgenda + counts.toCommittee + counts.notOnAgenda + counts.merged
  return { received, asMotion, ...counts }
}
