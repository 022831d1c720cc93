import type { MetricId, Scorecard } from '../contract.ts'

export interface Order {
  readonly by: MetricId | 'open'
  readonly isUp: boolean
}

/** Units by a figure; where two are equal the one with more behind it stands first, and what has no denominator stands last. */
export function sorted(cards: readonly Scorecard[], { by, isUp }: Order): Scorecard[] {
  const sign = isUp ? 1 : -1
  const weigh = (it: Scorecard) => valueOf(it, by)
  return cards.toSorted((a, b) => {
    const [left, right] = [weigh(a), weigh(b)]
    if (left.value === null || right.value === null) return Number(left.value === null) - Number(right.value === null)
    return sign * (left.value - right.value) || right.of - left.of
  })
}

function valueOf(it: Scorecard, by: Order['by']): { value: number | null; of: number } {
  if (by === 'open') return { value: it.open, of: it.handedOver }
  const { part, whole } = it.items.find(({ id }) => id === by)!
  if (whole === null) return { value: part, of: it.handedOver }
  return { value: whole === 0 ? null : part / whole, of: whole }
}
