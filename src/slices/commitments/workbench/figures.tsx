import { Link } from '@tanstack/react-router'
import { Figures, Panel, useWords } from '#workbench/kit.ts'
import type { Summary } from '../contract.ts'
import { useSummary } from './calls.ts'
import { workbenchWords } from './words.ts'

const LIST = '/workbench/commitments'

/** 落实率 with its denominator; every figure opens its rows. */
export function PromiseFigures() {
  const t = useWords(workbenchWords)
  const summary = useSummary().data
  if (!summary) return null
  const { open, overdue, carried, due, inTime, rate } = summary
  return (
    <Figures
      items={[
        { label: t.figure.open, value: open, href: `${LIST}?status=open` },
        { label: t.figure.overdue, value: overdue, href: `${LIST}?overdue=yes` },
        { label: t.figure.carried, value: carried, href: `${LIST}?status=open&carried=yes` },
        { label: t.figure.kept, value: inTime, of: due, note: t.figure.note(rate), href: `${LIST}?counted=due` },
      ]}
    />
  )
}

/** The same by unit and by year, for those who compare. */
export function FigureTables() {
  const t = useWords(workbenchWords)
  const summary = useSummary().data
  if (!summary || summary.byUnit.length === 0) return null
  return (
    <Panel title={t.byUnit}>
      <UnitTable rows={summary.byUnit} />
      <h3>{t.byYear}</h3>
      <YearTable rows={summary.byYear} />
      <p className="hint">{t.howCounted}</p>
    </Panel>
  )
}

function UnitTable({ rows }: { rows: Summary['byUnit'] }) {
  const t = useWords(workbenchWords)
  return (
    <table className="promise-table">
      <caption className="hidden">{t.byUnit}</caption>
      <thead>
        <tr>
          {[t.unit, t.figure.open, t.overdue, t.figure.due, t.figure.kept, t.figure.rate].map((head, at) => (
            <th key={head} scope="col" className={at > 0 ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <Cell value={row.open} search={{ unitId: row.id, status: 'open' }} />
            <Cell value={row.overdue} search={{ unitId: row.id, overdue: 'yes' }} />
            <Cell value={row.due} search={{ unitId: row.id, counted: 'due' }} />
            <Cell value={row.inTime} search={{ unitId: row.id, counted: 'in_time' }} />
            <td className="num">{row.rate}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function YearTable({ rows }: { rows: Summary['byYear'] }) {
  const t = useWords(workbenchWords)
  return (
    <table className="promise-table">
      <caption className="hidden">{t.byYear}</caption>
      <thead>
        <tr>
          {[t.firstYear, t.figure.due, t.figure.kept, t.figure.rate].map((head, at) => (
            <th key={head} scope="col" className={at > 0 ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.year}>
            <th scope="row">{t.yearOf(row.year)}</th>
            <Cell value={row.due} search={{ firstYear: String(row.year), counted: 'due' }} />
            <Cell value={row.inTime} search={{ firstYear: String(row.year), counted: 'in_time' }} />
            <td className="num">{row.rate}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A figure that opens its rows; nothing to open where it is nought. */
function Cell({ value, search }: { value: number; search: Readonly<Record<string, string>> }) {
  return (
    <td className="num">
      {value === 0 ? (
        0
      ) : (
        <Link to="/commitments" search={search as never}>
          {value}
        </Link>
      )}
    </td>
  )
}
