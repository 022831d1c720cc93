import type { ReactNode } from 'react'

import type { MarkKind } from '#lib/pure/status-mark.ts'
import { markOf } from '#lib/pure/status-mark.ts'

import { useWords } from './locale.tsx'
import { MarkShape } from './mark.tsx'
import { words } from './words.ts'

export type Station = {
  name: string
  /** `passed`: done; `current`: now; `ahead`: not yet; `late`: due date gone while the clock runs. */
  state: 'passed' | 'current' | 'ahead' | 'late'
  /** Formatted date, `2/25`. */
  on?: string
  /** `第7个工作日`, `84天`, the legal basis. */
  note?: ReactNode
}

const stationMarks: Record<Station['state'], MarkKind> = { passed: 'done', current: 'normal', ahead: 'idle', late: 'late' }

/** The way of a case: stations side by side on a desk, one under the other on a phone. */
export function Timeline({ stations, label }: { stations: readonly Station[]; label: string }) {
  const t = useWords(words)
  const said = { passed: t.done, current: t.current, ahead: t.ahead, late: t.late }
  return (
    <ol className="timeline" aria-label={label}>
      {stations.map(({ name, state, on, note }) => (
        <li
          key={name}
          className={`is-${state} tone-${markOf(stationMarks[state]).tone}`}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <MarkShape kind={stationMarks[state]} />
          <span className="station-name">
            {name}
            <span className="hidden">（{said[state]}）</span>
          </span>
          {on && <span className="station-on">{on}</span>}
          {note && <span className="station-note">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

/** What happened, newest first: date, who, what, its document. */
export type Entry = { key: string; on: string; who?: string; what: ReactNode; link?: { label: string; href: string } }

/** The record of a case in one list. */
export function CaseRecord({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="record">
      {entries.map(({ key, on, who, what, link }) => (
        <li key={key}>
          <time>{on}</time>
          {who && <b>{who}</b>}
          <span>{what}</span>
          {link && <a href={link.href}>{link.label}</a>}
        </li>
      ))}
    </ol>
  )
}
