import type { MarkKind } from '#lib/pure/status-mark.ts'
import type { Due, Status } from '../contract.ts'

const done: readonly Status[] = ['rated', 'closed', 'unrated']

/** The mark of a suggestion (product 7.1): finished, late, near, on its way, or not begun. */
export function markOfSuggestion({ status, due }: { status: Status; due?: Due | null }): MarkKind {
  if (done.includes(status)) return 'done'
  if (status === 'escalated') return 'attention'
  if (status === 'replied') return 'normal'
  if (due?.level === 'overdue') return 'late'
  if (due?.level === 'near') return 'near'
  return status === 'assigned' || status === 'objected' || status === 'accepted' ? 'normal' : 'idle'
}
