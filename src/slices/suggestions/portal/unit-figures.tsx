import { pick } from '#lib/pure/words.ts'
import { Figures, share, StackedBar, type Figure, type Frame, type Segment } from '#portal/kit.ts'
import { satisfactions, type Satisfaction } from '../contract.ts'
import type { FigureItem, Scorecard } from '../figures/contract.ts'
import { unitWords } from './unit-words.ts'

type Counted = Pick<Scorecard, 'handedOver' | 'replied' | 'open' | 'late'>

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

/** Those that the figures above it say already. */
const toldAbove: readonly FigureItem['id'][] = ['reply_rate', 'overdue']

/** How it was handled: every other figure of the catalogue with its denominator, its definition and its rows. */
export function QualityFigures({ items, but = [] }: { items: readonly FigureItem[]; but?: readonly FigureItem['id'][] }) {
  const shown = items.filter(({ id }) => ![...toldAbove, ...but].includes(id))
  return (
    <Figures
      items={shown.map(({ name, value, part, whole, formula, partList }) => ({
        label: name,
        value,
        note: whole === null ? formula : `${part}/${whole} · ${formula}`,
        ...(partList && { href: partList }),
      }))}
    />
  )
}

const fills: Readonly<Record<Satisfaction, Segment['fill']>> = {
  satisfied: 'done',
  basically_satisfied: 'near',
  dissatisfied: 'late',
}

/** What deputies thought of the result, of those whose rating is final. */
export function RatingBar({ frame, ratings }: { frame: Frame; ratings: Scorecard['ratings'] }) {
  const t = pick(frame.locale, unitWords)
  const rated = satisfactions.reduce((sum, it) => sum + ratings[it], 0)
  return (
    <StackedBar
      reading={t.ratingReading(ratings.satisfied, rated, share(ratings.satisfied, rated))}
      segments={satisfactions.map((it) => ({ label: t[it], value: ratings[it], fill: fills[it] }))}
    />
  )
}
