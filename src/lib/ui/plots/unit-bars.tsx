import { useId } from 'react'

import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { Segment } from './bars.tsx'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'
import { fillOf, Swatch, Textures } from './fills.tsx'
import type { UnitRow } from './layout.ts'
import { byOpenItems } from './layout.ts'
import { percent } from './units.ts'

export type UnitBar = UnitRow & {
  /** How the replies were rated, the same segments in every row; all zero where none was rated yet. */
  ratings: readonly Segment[]
}

/**
 * Which unit lags: replies against what was handed over (the full bar is the largest unit's), and under it the ratings as a thin bar
 * with their number. Sorted by open items; only `most` rows are drawn, all stand in the table.
 */
export function UnitBars({ rows, most = 15, ...frame }: PlotFrame & { rows: readonly UnitBar[]; most?: number }) {
  const t = useWords(words)
  const id = useId()
  const sorted = byOpenItems(rows)
  const legend = sorted[0]?.ratings ?? []
  const longest = Math.max(1, ...sorted.map(({ handedOver }) => handedOver))
  const table = {
    head: [t.unit, t.handedOver, t.answered, t.open, ...legend.map(({ label }) => label)],
    rows: sorted.map(({ label, handedOver, answered, ratings }) => [
      label,
      handedOver,
      answered,
      handedOver - answered,
      ...ratings.map(({ value }) => value),
    ]),
  }
  return (
    <PlotFigure {...frame} table={table}>
      <Textures id={id} />
      <ul className="bar-rows">
        {sorted.slice(0, most).map((row) => (
          <li key={row.label}>
            <span className="bar-label">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</span>
            <Bars row={row} longest={longest} id={id} />
            <span className="bar-value">
              {row.answered}/{row.handedOver}
              <small>{t.rated(sum(row.ratings))}</small>
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > most && <p className="plot-axis">{t.moreInTable(sorted.length - most)}</p>}
      <ul className="legend">
        <li>
          <Swatch fill="normal" id={id} />
          {t.answered}
        </li>
        {legend.map(({ label, fill }) => (
          <li key={label}>
            <Swatch fill={fill} id={id} />
            {label}
          </li>
        ))}
      </ul>
    </PlotFigure>
  )
}

function Bars({ row, longest, id }: { row: UnitBar; longest: number; id: string }) {
  const { handedOver, answered, ratings } = row
  const rated = sum(ratings)
  return (
    <svg className="bar is-thin" width="100%" height="26" aria-hidden="true" focusable="false">
      <rect y="2" width={percent(handedOver / longest)} height="12" className="fill-sunken" />
      <rect y="2" width={percent(answered / longest)} height="12" {...fillOf('normal', id)} />
      {ratings.map(({ label, value, fill }, at) => {
        const before = sum(ratings.slice(0, at))
        if (value === 0) return null
        return (
          <rect key={label} x={percent(before / rated)} y="18" width={percent(value / rated)} height="6" {...fillOf(fill, id)} />
        )
      })}
    </svg>
  )
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((whole, { value }) => whole + value, 0)
}
