import { record } from './events.ts'
import { aboutOf, type Importable, type ImportAct, type Written } from './importable.ts'
import { listRows, saveRows, saveRun, type StoredRow, type StoredRun } from './store.ts'

/**
 * Takes a whole import back, in one transaction: all of it or nothing. What was touched since stands in the way and is named; then
 * everything stays as it is.
 */
export async function undoAll(act: ImportAct, importable: Importable, run: StoredRun): Promise<void> {
  if (run.status !== 'undoing') return
  const { tx, now } = act
  const rows = await listRows(tx, run.id, 'imported')
  const written = rows.map(writtenOf)
  const blockers = await importable.blockers(act, written)
  if (blockers.length > 0) return saveRun(tx, run.id, { status: 'imported', problem: blockedSentence(blockers) })
  // The last first: a row may stand on one that came before it.
  for (const it of written.toReversed()) await importable.undo(act, it)
  await saveRows(
    tx,
    run.id,
    rows.map(({ number }) => ({ number, state: 'undone' })),
  )
  await saveRun(tx, run.id, { status: 'undone', undoneAt: now, problem: null })
  const payload = { ...aboutOf(importable), count: rows.length }
  await record(tx, now, { name: 'import.undone', subjectId: run.id, actorId: run.startedBy, payload })
}

export function writtenOf({ subjectId, mark, before }: StoredRow): Written {
  if (subjectId === null || mark === null) throw new Error('An imported row has no subject')
  return { subjectId, mark, before }
}

const MOST_NAMED = 5

export function blockedSentence(blockers: readonly string[]): string {
  const more = blockers.length > MOST_NAMED ? `，共 ${blockers.length} 处` : ''
  return `不能整批撤销，导入后已有人处理过：${blockers.slice(0, MOST_NAMED).join('；')}${more}。`
}
