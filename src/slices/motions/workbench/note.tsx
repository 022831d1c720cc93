import type { ReactNode } from 'react'

/** Something a person should know before going on: told to screen readers, with an edge and not by colour alone. */
export function Note({ title, tone = 'plain', children }: { title: string; tone?: 'plain' | 'warning'; children?: ReactNode }) {
  return (
    <div className={`motion-note is-${tone}`} role="status">
      <b>{title}</b>
      {children}
    </div>
  )
}
