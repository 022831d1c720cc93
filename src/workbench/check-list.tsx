import type { ReactNode } from 'react'
import './check-list.css'

interface Given {
  readonly rows: readonly (readonly [term: string, value: ReactNode])[]
  /** The word on the way back. */
  readonly change: string
  readonly onChange: () => void
}

/** Every answer of a form before it is sent, each with a way back to it. */
export function CheckList({ rows, change, onChange }: Given) {
  return (
    <dl className="check-list">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
          <dd className="check-change">
            <button type="button" className="plain-button" onClick={onChange}>
              {change}
              <span className="hidden">{term}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}
