import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'

export type Column = { label: string; value: number; href?: string }

/**
 * Thin columns in the order given: heat by clause, arrivals by day, spread of scores. Labels only the first, the highest and the last;
 * `markAt` draws a line before the column of that index (a deadline, my score).
 */
export function Columns({
  columns,
  markAt,
  markLabel,
  height = 96,
  ...frame
}: PlotFrame & { columns: readonly Column[]; markAt?: number; markLabel?: string; height?: number }) {
  const t = useWords(words)
  const table = { head: [t.item, t.count], rows: columns.map(({ label, value }) => [label, value]) }
  return (
    <PlotFigure {...frame} table={table}>
      <ColumnsPicture columns={columns} markAt={markAt} height={height} />
      <p className="plot-axis">{axisLabels(columns, markLabel)}</p>
    </PlotFigure>
  )
}

function ColumnsPicture({ columns, markAt, height }: { columns: readonly Column[]; markAt?: number; height: number }) {
  const most = Math.max(1, ...columns.map(({ value }) => value))
  const wide = 100 / Math.max(1, columns.length)
  return (
    <svg className="columns" width="100%" height={height} aria-hidden="true" focusable="false">
      {columns.map(({ label, value }, at) => {
        const tall = value > 0 ? Math.max(2, (value / most) * (height - 4)) : 0
        return (
          <rect
            key={`${label}-${at}`}
            x={`${(at * wide + wide * 0.1).toFixed(2)}%`}
            y={(height - 1 - tall).toFixed(1)}
            width={`${(wide * 0.8).toFixed(2)}%`}
            height={tall.toFixed(1)}
            className={value === most ? 'fill-normal' : 'fill-soft'}
          />
        )
      })}
      <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className="stroke-idle" />
      {markAt !== undefined && (
        <line
          x1={`${(markAt * wide).toFixed(2)}%`}
          x2={`${(markAt * wide).toFixed(2)}%`}
          y1="0"
          y2={height}
          className="stroke-text"
          strokeWidth="2"
          strokeDasharray="4 3"
        />
      )}
    </svg>
  )
}

function axisLabels(columns: readonly Column[], markLabel?: string) {
  const peak = columns.reduce<Column | undefined>((best, it) => (best && best.value >= it.value ? best : it), undefined)
  const ends = [columns[0], peak, columns.at(-1)].filter((it) => it !== undefined)
  const shown = [...new Set(ends)].map(({ label, value }) => `${label} ${value}`)
  return [...shown, ...(markLabel ? [markLabel] : [])].map((text) => <span key={text}>{text}</span>)
}

/** A word-sized line of columns beside a number; carries its own short text for screen readers. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(1, ...values)
  const width = values.length * 6
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} 20`} width={width} height="20" role="img" aria-label={label}>
      {values.map((value, at) => {
        const tall = Math.max(1, (value / most) * 19)
        return <rect key={at} x={at * 6} y={20 - tall} width="4" height={tall} className="fill-normal" />
      })}
    </svg>
  )
}
