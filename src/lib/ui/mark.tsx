import type { MarkKind } from '#lib/pure/status-mark.ts'
import { markOf } from '#lib/pure/status-mark.ts'

import { useWords } from './locale.tsx'
import { words } from './words.ts'

/** The shape of a state; decoration for machines, so always put the word beside it. */
export function MarkShape({ kind }: { kind: MarkKind }) {
  const { path, isOutline } = markOf(kind)
  return (
    <svg className="mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={isOutline ? 'none' : 'currentColor'}
        stroke={isOutline ? 'currentColor' : 'none'}
        strokeWidth={isOutline ? 2 : 0}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export type StatusProps = {
  kind: MarkKind
  /** The word shown; default is the product's word for the kind (`逾期 3 天` when `days` is given with `late`). */
  word?: string
  /** Whole days overdue; used with `late` only. */
  days?: number
  /** A strong tag with its own ground, or only shape and word in a line of text. */
  plain?: boolean
}

/** State as shape + word + colour, never one of them alone (D7). */
export function Status({ kind, word, days, plain = false }: StatusProps) {
  const t = useWords(words)
  const fallback = kind === 'late' && days !== undefined ? t.lateByDays(days) : t.marks[kind]
  return (
    <span className={`status tone-${markOf(kind).tone}${plain ? ' is-plain' : ''}`}>
      <MarkShape kind={kind} />
      {word ?? fallback}
    </span>
  )
}
