import type { Measure } from '#kernel/metrics/contract.ts'
import type { Result, Status } from '../contract.ts'
import { open } from './lifecycle.ts'

/** What the figures of a concern are counted from. */
export interface Measured {
  readonly status: Status
  readonly unitId: string
  readonly isConfidential: boolean
  readonly result: Result | null
  readonly isSatisfied: boolean | null
}

/** The totals of this slice, all by the unit that has it, what is confidential apart: not everybody may see its list. */
export const metrics = ['concern.all', 'concern.open', 'concern.answered', 'concern.solved', 'concern.converted'] as const
export type Metric = (typeof metrics)[number]

/** What one concern adds to the totals. What was taken back counts for nothing; what is overdue is counted live, since a night makes it so. */
export function measures(it: Measured): Measure[] {
  if (it.status === 'withdrawn') return []
  const dimension = dimensionOf(it)
  const counted: readonly [Metric, boolean][] = [
    ['concern.all', true],
    ['concern.open', open.includes(it.status)],
    ['concern.answered', it.result !== null],
    ['concern.solved', isSolved(it)],
    ['concern.converted', it.status === 'converted'],
  ]
  return counted.filter(([, is]) => is).map(([metric]) => ({ metric, dimension, amount: 1 }))
}

/** The unit says so, and the deputy has not said otherwise. */
export function isSolved({ result, isSatisfied }: Pick<Measured, 'result' | 'isSatisfied'>): boolean {
  return result === 'solved' && isSatisfied !== false
}

export function dimensionOf({ unitId, isConfidential }: Place): string {
  return `${unitId}${isConfidential ? '.c' : ''}`
}

/** Where a figure belongs: whose it is, and whether only some may see it. */
export interface Place {
  readonly unitId: string
  readonly isConfidential: boolean
}

/** The inverse of `dimensionOf`. */
export function readDimension(dimension: string): Place {
  const [unitId = '', confidential] = dimension.split('.')
  return { unitId, isConfidential: confidential === 'c' }
}
