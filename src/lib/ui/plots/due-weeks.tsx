import { useWords } from '../locale.tsx'
import { words } from '../words.ts'
import type { PlotFrame } from './figure.tsx'
import { PlotFigure } from './figure.tsx'
import type { DueCalendar, DueDay, WeekCell } from './layout.ts'
import { dueCalendar, partsOf } from './layout.ts'
import { em } from './units.ts'

/** Sizes in em: a column holds two digits and a plus sign. */
const COLUMN = 2.4
const ROW = 1.7
const LEFT = 1.6
const TOP = 2.9

/** Load ahead: due dates as a calendar with a column for each week, darker where more is due; totals under the columns. */
export function DueWeeks({
  days,
  today,
  weeks = 12,
  ...frame
}: PlotFrame & { days: readonly DueDay[]; today: string; weeks?: number }) {
  const t = useWords(words)
  const calendar = dueCalendar(days, today, weeks)
  const rows = [
    ...(calendar.late > 0 ? [[t.overdue, calendar.late]] : []),
    ...calendar.columns.map(({ monday, sunday, total }) => [t.week(dayName(monday), dayName(sunday)), total]),
    ...(calendar.later > 0 ? [[t.afterwards, calendar.later]] : []),
  ]
  return (
    <PlotFigure {...frame} table={{ head: [t.weekHead, t.count], rows: days.length > 0 ? rows : [] }}>
      <div className="scroll-x" role="region" aria-label={frame.title ?? frame.reading} tabIndex={0}>
        <Calendar calendar={calendar} />
      </div>
      {calendar.late + calendar.later > 0 && (
        <p className="plot-axis">
          {calendar.late > 0 && <span>{t.lateCount(calendar.late)}</span>}
          {calendar.later > 0 && <span>{t.laterCount(calendar.later, weeks)}</span>}
        </p>
      )}
    </PlotFigure>
  )
}

function Calendar({ calendar }: { calendar: DueCalendar }) {
  const t = useWords(words)
  const rows = calendar.hasWeekend ? 7 : 5
  const foot = TOP + rows * ROW
  const wide = LEFT + calendar.columns.length * COLUMN
  return (
    <svg className="plot-text due-weeks" width={em(wide)} height={em(foot + 1.8)} aria-hidden="true" focusable="false">
      {t.weekdays.slice(0, rows).map((name, at) => (
        <text key={name} x={em(0.6)} y={em(TOP + (at + 0.5) * ROW + 0.35)} className="is-quiet">
          {name}
        </text>
      ))}
      {calendar.columns.map(({ monday, month, cells, total }, at) => (
        <g key={monday}>
          {month !== null && (
            <text x={em(LEFT + at * COLUMN)} y={em(1)} className="is-quiet is-start">
              {t.month(month)}
            </text>
          )}
          <text x={em(LEFT + (at + 0.5) * COLUMN - 0.1)} y={em(2.3)} className="is-quiet">
            {partsOf(monday).day}
          </text>
          {cells.slice(0, rows).map((cell, row) => (
            <Cell key={cell.on} cell={cell} x={LEFT + at * COLUMN} y={TOP + row * ROW} most={calendar.most} />
          ))}
          {total > 0 && (
            <text x={em(LEFT + (at + 0.5) * COLUMN - 0.1)} y={em(foot + 1.2)} className="is-strong">
              {shortened(total)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function Cell({ cell: { count, href, isToday }, x, y, most }: { cell: WeekCell; x: number; y: number; most: number }) {
  const step = count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4))
  const drawn = (
    <>
      <rect
        x={em(x)}
        y={em(y)}
        width={em(COLUMN - 0.2)}
        height={em(ROW - 0.2)}
        className={isToday ? `step-${step} is-today` : `step-${step}`}
      />
      {count > 0 && (
        <text x={em(x + (COLUMN - 0.2) / 2)} y={em(y + 1.1)}>
          {shortened(count)}
        </text>
      )}
    </>
  )
  // The table below holds the same figures for those who cannot point at a cell.
  return href && count > 0 ? (
    <a href={href} tabIndex={-1}>
      {drawn}
    </a>
  ) : (
    drawn
  )
}

function shortened(count: number): string {
  return count > 99 ? '99+' : String(count)
}

function dayName(on: string): string {
  const { month, day } = partsOf(on)
  return `${month}/${day}`
}
