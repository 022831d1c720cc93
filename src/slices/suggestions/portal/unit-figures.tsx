import { pick } from '#lib/pure/words.ts'
import { Figures, share, StackedBar, type Figure, type Frame, type Segment } from '#portal/kit.ts'
import { satisfactions, type Satisfaction } from '../contract.ts'
import type { Verdict } from '../rules/figures.ts'
import { unitWords } from './unit-words.ts'

interface Counted {
  readonly handedOver: number
  readonly replied: number
  readonly open: number
  readonly late: number
}

/** The list behind each figure; `unitId` narrows it to one unit. */
export function listOf(unitId: string | null, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(unitId && { unitId }), ...more }).toString()
  return query ? `/suggestions?${query}` : '/suggestions'
}

/** Handed over, answered, open and late, each opening its rows. */
export function HandlingFigures({ frame, counted, unitId }: { frame: Frame; counted: Counted; unitId: string | null }) {
  const t = pick(frame.locale, unitWords)
  const { handedOver, replied, open, late } = counted
  const items: Figure[] = [
    { label: t.replied, value: replied, of: handedOver, href: listOf(unitId, { answered: 'yes' }) },
    { label: t.rate, value: share(replied, handedOver) },
    { label: t.open, value: open, href: listOf(unitId, { answered: 'no' }) },
    { label: t.late, value: late, note: t.lateNote, href: listOf(unitId, { late: 'yes' }) },
  ]
  return <Figures items={items} />
}

const fills: Readonly<Record<Satisfaction, Segment['fill']>> = {
  satisfied: 'done',
  basically_satisfied: 'near',
  dissatisfied: 'late',
}

/** What deputies thought, of those who said so. */
export function RatingBar({ frame, verdict }: { frame: Frame; verdict: Verdict }) {
  const t = pick(frame.locale, unitWords)
  return (
    <StackedBar
      reading={t.ratingReading(verdict.satisfied, verdict.rated, share(verdict.satisfied, verdict.rated))}
      segments={satisfactions.map((it) => ({ label: t[it], value: verdict[it], fill: fills[it] }))}
    />
  )
}
