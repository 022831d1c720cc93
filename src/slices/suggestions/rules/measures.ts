import type { Measure } from '#kernel/metrics/contract.ts'
import type { Status } from '../contract.ts'

/** What the figures of a suggestion are counted from. */
export interface Measured {
  readonly status: Status
  readonly unitId: string | null
  readonly handedOverOn: string | null
  readonly repliedOn: string | null
}

/**
 * What one suggestion adds to the totals. A change appends the difference between after and before, the nightly recount sums this
 * over all rows, and both must agree. Unit of count: the suggestion, not the reply (domain A1.7: a mixed denominator is a real error).
 */
export function measures(it: Measured): Measure[] {
  if (it.status === 'draft') return []
  const status: Measure = { metric: 'suggestion.status', dimension: it.status, amount: 1 }
  if (it.status === 'withdrawn' || it.handedOverOn === null || it.unitId === null) return [status]
  const handedOver: Measure = { metric: 'suggestion.handed_over', dimension: it.unitId, amount: 1 }
  if (it.repliedOn === null) return [status, handedOver]
  return [status, handedOver, { metric: 'suggestion.replied', dimension: it.unitId, amount: 1 }]
}
