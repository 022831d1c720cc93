import { pick, type Locale } from '#lib/pure/words.ts'
import type { Counts, ImportKind, ProblemLine, Run } from './contract.ts'
import type { Importable } from './importable.ts'
import { allowedActions, undoUntil } from './rules/may.ts'
import type { StoredRow, StoredRun } from './store.ts'

export function toKind(it: Importable, locale: Locale): ImportKind {
  const columns = it.columns.map(({ key, label, isRequired = false }) => ({ key, label, isRequired }))
  return { name: it.name, title: pick(locale, it.title), lead: pick(locale, it.lead), columns }
}

export interface RunParts {
  readonly importable: Importable
  readonly counts: Counts
  readonly startedBy: string
  readonly now: Date
  readonly locale: Locale
}

export function toRun(run: StoredRun, { importable, counts, startedBy, now, locale }: RunParts): Run {
  const until = undoUntil(run)
  return {
    id: run.id,
    kind: run.kind,
    title: pick(locale, importable.title),
    fileName: run.fileName,
    status: run.status,
    problem: run.problem,
    headers: [...run.headers],
    headerRow: run.headerRow,
    mapping: { ...run.mapping },
    counts,
    startedBy,
    createdAt: run.createdAt.toISOString(),
    importedAt: run.importedAt?.toISOString() ?? null,
    undoUntil: until?.toISOString() ?? null,
    allowed: allowedActions({ ...run, counts }, now),
  }
}

/** A line for every problem of a row, in the words of the person's own table. */
export function toLines(run: StoredRun, { number, problems }: StoredRow, same: ReadonlyMap<string, number>): ProblemLine[] {
  return problems.map((it) => ({
    ...it,
    row: number,
    header: it.column === null ? null : (run.mapping[it.column] ?? it.column),
    same: it.name ? (same.get(`${it.name.kind} ${it.name.written}`) ?? 1) : 1,
  }))
}
