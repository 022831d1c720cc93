import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'
import { LINE, spread, widthOf } from './layout.ts'
import { BeforeAfter } from './tables.tsx'
import { em } from './units.ts'

export type Change = { label: string; before: number; after: number }

/** From so many on, lines tell more than pairs of numbers. */
const MANY = 3

/** What changed: one or two changes as two numbers and an arrow (`224 → 475 个`), three or more as sloping lines with both numbers. */
export function BeforeAfterPlot({ changes, unit, ...frame }: PlotFrame & { changes: readonly Change[]; unit: string }) {
  const t = useWords(words)
  const table = { head: [t.item, t.before, t.after], rows: changes.map(({ label, before, after }) => [label, before, after]) }
  return (
    <PlotFigure {...frame} table={table}>
      {changes.length < MANY
        ? changes.map((change) => <BeforeAfter key={change.label} {...change} unit={unit} />)
        : changes.length > 0 && <Slopes changes={changes} unit={unit} />}
    </PlotFigure>
  )
}

function Slopes({ changes, unit }: { changes: readonly Change[]; unit: string }) {
  const t = useWords(words)
  const values = changes.flatMap(({ before, after }) => [before, after])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const tall = Math.max(8, changes.length * LINE)
  const yOf = (value: number) => LINE + tall - ((value - low) / Math.max(1, high - low)) * tall
  const left = changes.map(({ label, before }) => ({ text: `${label} ${before}`, at: yOf(before) }))
  const right = changes.map(({ after }) => ({ text: String(after), at: yOf(after) }))
  const height = em(tall + 2 * LINE)
  return (
    <>
      <div className="slopes">
        <Ends ends={left} side="left" tall={tall} />
        <svg width="100%" height={height} className="plot-text" aria-hidden="true" focusable="false">
          {changes.map(({ label, before, after }) => (
            <line
              key={label}
              x1="0"
              x2="100%"
              y1={em(yOf(before))}
              y2={em(yOf(after))}
              className={after < before ? 'stroke-near' : 'stroke-normal'}
              strokeWidth="2.5"
              strokeDasharray={after < before ? '8 3' : undefined}
            />
          ))}
        </svg>
        <Ends ends={right} side="right" tall={tall} />
      </div>
      <p className="plot-axis">
        <span>{t.before}</span>
        <span>
          {t.after}（{unit}）
        </span>
      </p>
    </>
  )
}

/** The numbers at one side, apart from each other, with a short stroke to the line each belongs to. */
function Ends({ ends, side, tall }: { ends: readonly { text: string; at: number }[]; side: 'left' | 'right'; tall: number }) {
  const places = spread(
    ends.map(({ at }) => at),
    LINE,
    LINE * 0.6,
    tall + LINE * 1.4,
  )
  const wide = 1.5 + Math.max(...ends.map(({ text }) => widthOf(text)))
  const isLeft = side === 'left'
  return (
    <svg className="plot-text" width={em(wide)} height={em(tall + 2 * LINE)} aria-hidden="true" focusable="false">
      {ends.map(({ text, at }, index) => (
        <g key={`${text}-${index}`}>
          <line
            x1={isLeft ? em(wide - 1) : '0'}
            x2={isLeft ? em(wide) : em(1)}
            y1={em(isLeft ? places[index]! : at)}
            y2={em(isLeft ? at : places[index]!)}
            className="stroke-idle"
          />
          <text x={isLeft ? em(wide - 1.3) : em(1.3)} y={em(places[index]! + 0.35)} textAnchor={isLeft ? 'end' : 'start'}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}
