import type { ReactNode } from 'react'
import './clock-line.css'

/** A running clock in one line; `children` say on request how it was counted and on what it rests. */
export function ClockLine({ left, more, children }: { left: string; more: string; children: ReactNode }) {
  return (
    <details className="clock-line">
      <summary>
        {left}
        <span>{more}</span>
      </summary>
      <p>{children}</p>
    </details>
  )
}
