import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'
import { LINE, levelsOf, NARROWEST, spread, widthOf } from './layout.ts'
import { em, percent } from './units.ts'

export type Series = { label: string; values: readonly number[] }

/**
 * Step lines over a common axis: handed over, answered, and the lines of three and six months. `marks` are dated verticals. Every line is
 * named at its end with its last value, every vertical at its head; nothing has to be looked up in a legend.
 */
export function StepLines({
  axis,
  series,
  marks = [],
  ...frame
}: PlotFrame & { axis: readonly string[]; series: readonly Series[]; marks?: readonly Mark[] }) {
  const t = useWords(words)
  const table = {
    head: [t.date, ...series.map(({ label }) => label)],
    rows: axis.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? t.nothingYet)]),
  }
  const last = Math.max(1, axis.length - 1)
  const heads = levelsOf(marks.map(({ at, label }) => ({ at: at / last, text: label })))
  const top = (Math.max(-1, ...heads.map(({ level }) => level)) + 1) * LINE
  const tall = Math.max(9, series.length * LINE)
  return (
    <PlotFigure {...frame} table={table}>
      <div className="step-lines">
        <svg className="plot-text" width="100%" height={em(top + tall + LINE + 0.2)} aria-hidden="true" focusable="false">
          {marks.map(({ at, label }, index) => (
            <text key={label} x={percent(at / last)} y={em((heads[index]!.level + 0.8) * LINE)} textAnchor={heads[index]!.anchor}>
              {label}
            </text>
          ))}
          <StepPicture series={series} marks={marks} last={last} y={top} tall={tall} />
          <AxisEnds axis={axis} y={top + tall + LINE} />
        </svg>
        <EndLabels series={series} top={top} tall={tall} />
      </div>
    </PlotFigure>
  )
}

export type Mark = { at: number; label: string }

/** First and last date; the last alone where both would not fit side by side. */
function AxisEnds({ axis, y }: { axis: readonly string[]; y: number }) {
  const [first = '', last = ''] = [axis[0], axis.length > 1 ? axis.at(-1) : '']
  const fits = widthOf(first) + widthOf(last) + 1 <= NARROWEST
  return (
    <>
      {(fits || last === '') && (
        <text x="0" y={em(y)} className="is-quiet">
          {first}
        </text>
      )}
      <text x="100%" y={em(y)} textAnchor="end" className="is-quiet">
        {last}
      </text>
    </>
  )
}

/** Each line's name and last value beside its end; where two ends lie close, a short stroke leads from one to the other. */
function EndLabels({ series, top, tall }: { series: readonly Series[]; top: number; tall: number }) {
  const most = mostOf(series)
  const shown = series.map(({ label, values }) => ({ text: label, value: values.at(-1) ?? 0 }))
  const ends = shown.map(({ value }) => top + (heightOf(value, most) / 100) * tall)
  const places = spread(ends, LINE, top + 0.5, top + tall)
  const wide = 2 + Math.max(0, ...shown.map(({ text, value }) => widthOf(`${text} ${value}`)))
  return (
    <svg className="plot-text" width={em(wide)} height={em(top + tall + LINE + 0.2)} aria-hidden="true" focusable="false">
      {shown.map(({ text, value }, at) => (
        <g key={text}>
          <line
            x1="0"
            x2={em(1)}
            y1={em(ends[at]!)}
            y2={em(places[at]!)}
            className={strokeOf(at)}
            strokeWidth="2.5"
            strokeDasharray={dashOf(at)}
          />
          <text x={em(1.3)} y={em(places[at]! + 0.35)}>
            {text} <tspan className="is-strong">{value}</tspan>
          </text>
        </g>
      ))}
    </svg>
  )
}

function StepPicture({
  series,
  marks,
  last,
  y,
  tall,
}: {
  series: readonly Series[]
  marks: readonly Mark[]
  last: number
  y: number
  tall: number
}) {
  const most = mostOf(series)
  return (
    <svg y={em(y)} width="100%" height={em(tall)} viewBox="0 0 100 100" preserveAspectRatio="none">
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
      if (at > 0 && at < values.length - 1 && value === values[at - 1]) return ''
      const x = ((at / last) * 100).toFixed(2)
      const y = heightOf(value, most).toFixed(2)
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`
    })
    .join('')
}

function mostOf(series: readonly Series[]): number {
  return Math.max(1, ...series.flatMap(({ values }) => values))
}

/** Distance from the top in hundredths of the picture. */
function heightOf(value: number, most: number): number {
  return 98 - (value / most) * 95
}

function strokeOf(at: number): string {
  return ['stroke-normal', 'stroke-done', 'stroke-near', 'stroke-idle'][at % 4] ?? 'stroke-normal'
}

function dashOf(at: number): string | undefined {
  return [undefined, '8 3', '2 3', '10 3 2 3'][at % 4]
}
