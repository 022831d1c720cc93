import { Link } from '@tanstack/react-router'
import { Figures, Panel, usePerson, useWords } from '#workbench/kit.ts'
import type { Counting, Summary } from '../contract.ts'
import { words } from '../words.ts'
import { useSummary } from './calls.ts'
import { workbenchWords } from './words.ts'

const LIST = '/workbench/concerns'

/** How it goes, each figure opening its rows; a unit counts what it has now, not what it passed on. */
export function ConcernFigures() {
  const t = useWords(workbenchWords)
  const { roles } = usePerson()
  const summary = useSummary(true).data
  if (!summary) return null
  const isUnit = !roles.some((role) => role === 'deputies_affairs' || role === 'leader')
  const own = isUnit && summary.byUnit[0] ? `&unitId=${summary.byUnit[0].id}` : ''
  const to = (counted: Counting) => `${LIST}?counted=${counted}${own}`
  const { all, open, overdue, answered, solved, rate, converted } = summary
  return (
    <Figures
      items={[
        { label: t.figure.all, value: all, href: to('all') },
        { label: t.figure.open, value: open, href: to('open') },
        { label: t.figure.overdue, value: overdue, href: to('overdue') },
        { label: t.figure.solved, value: solved, of: answered, note: t.figure.rate(rate), href: to('solved') },
        { label: t.figure.converted, value: converted, href: to('converted') },
      ]}
    />
  )
}

/** The same by the unit that has it. */
export function UnitFigures() {
  const t = useWords(workbenchWords)
  const summary = useSummary(true).data
  if (!summary || summary.byUnit.length === 0) return null
  return (
    <Panel title={t.byUnit}>
      <div className="concern-wide">
        <UnitTable rows={summary.byUnit} />
      </div>
      <p className="hint">{t.howCounted}</p>
    </Panel>
  )
}

const columns = ['all', 'open', 'overdue', 'answered', 'solved', 'converted'] as const

function UnitTable({ rows }: { rows: Summary['byUnit'] }) {
  const t = useWords(workbenchWords)
  const heads = { ...t.figure, answered: useWords(words).counted.answered }
  return (
    <table className="concern-table">
      <caption className="hidden">{t.byUnit}</caption>
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          {columns.map((name) => (
            <th key={name} scope="col" className="num">
              {heads[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            {columns.map((name) => (
              <td key={name} className="num">
                {row[name] === 0 ? (
                  0
                ) : (
                  <Link to="/concerns" search={{ counted: name, unitId: row.id } as never}>
                    {row[name]}
                  </Link>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
