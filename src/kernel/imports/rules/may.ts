import type { Counts, RunAction, RunStatus } from '../contract.ts'

/** So long an import can be taken back. */
export const UNDO_MS = 24 * 3_600_000

export interface RunFacts {
  readonly status: RunStatus
  readonly headers: readonly string[]
  readonly importedAt: Date | null
  readonly counts: Counts
}

/** Until when a run can be undone; null where nothing of it was imported. */
export function undoUntil({ importedAt }: Pick<RunFacts, 'importedAt'>): Date | null {
  return importedAt && new Date(importedAt.getTime() + UNDO_MS)
}

/** What can be done with a run now; it greys the buttons and guards the transactions. */
export function allowedActions(it: RunFacts, now: Date): RunAction[] {
  const { status, counts } = it
  const until = undoUntil(it)
  const hasStopped = status === 'cancelled' || status === 'failed'
  const isUntouched = counts.imported === 0 && counts.undone === 0
  const open: Record<RunAction, boolean> = {
    map: it.headers.length > 0 && isUntouched && (status === 'uploaded' || status === 'checked' || hasStopped),
    name: status === 'checked' && counts.bad > 0,
    import: status === 'checked' && counts.good > 0,
    cancel: status === 'uploaded' || status === 'checking' || status === 'checked' || status === 'importing',
    continue: hasStopped && (counts.pending > 0 || counts.good > 0),
    undo: (status === 'imported' || hasStopped) && counts.imported > 0 && until !== null && now < until,
  }
  return (Object.keys(open) as RunAction[]).filter((action) => open[action])
}

/** Where a run that stopped goes on: at the reading of its rows, before the button, or in the middle of the writing. */
export function statusToContinue({ importedAt, counts }: RunFacts): RunStatus {
  if (importedAt !== null) return 'importing'
  return counts.pending > 0 ? 'checking' : 'checked'
}
