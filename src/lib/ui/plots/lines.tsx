import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'

export type Series = { label: string; values: readonly number[]; isDashed?: boolean }

/** Step lines over a common axis: handed over, answered, and the lines of three and six months. `marks` are dated verticals. */
export function StepLines({
  axis,
  series,
  marks = [],
  ...frame
}: PlotFrame & { axis: readonly string[]; series: readonly Series[]; marks?: readonly { at: number; label: string }[] }) {
  const t = useWords(words)
  const table = {
    head: [t.date, ...series.map(({ label }) => label)],
    rows: axis.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? t.nothingYet)]),
  }
  return (
    <PlotFigure {...frame} table={table}>
      <StepPicture axis={axis} series={series} marks={marks} />
      <p className="plot-axis">
        <span>{axis[0]}</span>
        {marks.map(({ label }) => (
          <span key={label}>┆ {label}</span>
        ))}
        <span>{axis.at(-1)}</span>
      </p>
      <ul className="legend">
        {series.map(({ label, values }, at) => (
          <li key={label}>
            <svg width="22" height="14" aria-hidden="true" focusable="false">
              <line x1="0" x2="22" y1="7" y2="7" className={strokeOf(at)} strokeWidth="3" strokeDasharray={dashOf(at)} />
            </svg>
            {label} <b>{values.at(-1)}</b>
          </li>
        ))}
      </ul>
    </PlotFigure>
  )
}

function StepPicture({
  axis,
  series,
  marks,
}: {
  axis: readonly string[]
  series: readonly Series[]
  marks: readonly { at: number }[]
}) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values))
  const last = Math.max(1, axis.length - 1)
  return (
    <svg
      className="lines"
      width="100%"
      height="140"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <line x1="0" x2="100" y1="99.5" y2="99.5" className="stroke-idle" vectorEffect="non-scaling-stroke" />
      {marks.map(({ at }) => (
        <line
          key={at}
          x1={(at / last) * 100}
          x2={(at / last) * 100}
          y1="0"
          y2="100"
          className="stroke-idle"
          strokeDasharray="2 3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {series.map(({ label, values }, at) => (
        <path
          key={label}
          d={stepPath(values, last, most)}
          fill="none"
          className={strokeOf(at)}
          strokeWidth="2.5"
          strokeDasharray={dashOf(at)}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** Horizontal to the next date, then up: what was true stays true until it changes. */
function stepPath(values: readonly number[], last: number, most: number): string {
  return values
    .map((value, at) => {
      const x = ((at / last) * 100).toFixed(2)
      const y = (98 - (value / most) * 95).toFixed(2)
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`
    })
    .join('')
}

function strokeOf(at: number): string {
  return ['stroke-normal', 'stroke-done', 'stroke-near', 'stroke-idle'][at % 4] ?? 'stroke-normal'
}

function dashOf(at: number): string | undefined {
  return [undefined, '8 3', '2 3', '10 3 2 3'][at % 4]
}
