import { useWords } from '../locale.tsx'
import { words } from '../words.ts'

export type ShadedTableProps = {
  caption: string
  head: readonly string[]
  rows: readonly { label: string; href?: string; values: readonly number[] }[]
  /** Column index of overdue counts: shown in red only above zero. */
  lateColumn?: number
}

/** Department × state: the numbers first, shaded in five steps by size. */
export function ShadedTable({ caption, head, rows, lateColumn }: ShadedTableProps) {
  const t = useWords(words)
  const most = Math.max(1, ...rows.flatMap(({ values }) => values))
  return (
    <div className="scroll-x" role="region" aria-label={caption} tabIndex={0}>
      <table className="shaded">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            {head.map((label) => (
              <th scope="col" key={label} className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, href, values }) => (
            <tr key={label}>
              <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
              {values.map((value, at) => (
                <td
                  key={head[at]}
                  className={`num shade-${shade(value, most)}${at === lateColumn && value > 0 ? ' is-late' : ''}`}
                >
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shade(value: number, most: number): number {
  return value <= 0 ? 0 : Math.min(4, Math.ceil((value / most) * 4))
}

/** Two numbers and an arrow: what a suggestion changed (`224 → 475 个`). */
export function BeforeAfter({ label, before, after, unit }: { label: string; before: number; after: number; unit: string }) {
  return (
    <p className="before-after">
      <span>{label}</span>
      <b>{before}</b>
      <span aria-hidden="true">→</span>
      <b>{after}</b>
      <span>{unit}</span>
    </p>
  )
}
