import type { ReactNode } from 'react'

/** Facts of one thing as a definition list; entries without a value are left out. */
export function Facts({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="facts">
      {shown.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A figure with its denominator (`796/823`) and what it means; `href` opens the rows behind it. */
export type Figure = { label: string; value: string | number; of?: string | number; note?: ReactNode; href?: string }

/** Figures side by side. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <ul className="figures">
      {items.map(({ label, value, of, note, href }) => (
        <li key={label}>
          <span className="figure-label">{href ? <a href={href}>{label}</a> : label}</span>
          <span className="figure-value">
            <b>{value}</b>
            {of !== undefined && <span>/{of}</span>}
          </span>
          {note && <span className="figure-note">{note}</span>}
        </li>
      ))}
    </ul>
  )
}
