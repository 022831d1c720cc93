import { buffer } from 'node:stream/consumers'
import * as z from 'zod'
import { readTable, type ReadTable } from '#kernel/documents/api.ts'
import { findFile, type BlobStore } from '#kernel/files/api.ts'
import { job, type Deps, type Job } from '#kernel/jobs/api.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { RunStatus } from './contract.ts'
import { record } from './events.ts'
import { aboutOf, missingColumns, type Importable, type ImportAct } from './importable.ts'
import { firstOfKeys, judge, tableOf, type Judging } from './judge.ts'
import { headerNames, mapColumns } from './rules/map-columns.ts'
import { countRows, findRun, listRows, lockRun, replaceRows, saveRows, saveRun, type RowChange, type StoredRun } from './store.ts'
import { undoAll } from './undo.ts'

export const Work = z.object({ congressId: z.number().int(), runId: z.uuid() })
export type WorkJob = Job<typeof Work>

export interface WorkParts {
  readonly importables: readonly Importable[]
  readonly blobs: BlobStore
}

const CHECKED_AT_ONCE = 200
/** Small enough that “cancel” is felt at once, large enough that a commit costs nothing. */
const WRITTEN_AT_ONCE = 50
/** A table of more is several tables; the whole of it is held in memory. */
const MOST_ROWS = 20_000

/**
 * Carries a run on from wherever it stands: reads, checks, writes or takes back. Every batch is one transaction with the marks of its
 * rows, and holds the run's lock: after a kill the next worker goes on with the first row that is not marked, and two workers never
 * write one row twice.
 */
export function importJob(parts: WorkParts): WorkJob {
  return job({
    name: 'imports.work-on',
    payload: Work,
    run: async (deps, payload) => {
      try {
        await workOn(deps, parts, payload)
      } catch (error) {
        if (deps.signal.aborted || isPassing(error)) throw error
        deps.log.error({ runId: payload.runId, problem: String(error) }, 'an import stopped')
        await giveUp(deps, parts, payload, UNFORESEEN)
      }
    },
  })
}

const UNFORESEEN = '程序遇到没有料到的错误，已导入的行都还在。请从断点继续；仍不行时把时间告诉系统管理员。'

/** The database went away, or two transactions met: the queue tries again by itself. */
function isPassing(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message?: string }
  return (
    /^(08|40|53|57P|23505|ECONN|EPIPE)/.test(code) ||
    /Connection terminated|not queryable|connection timeout/i.test(message ?? '')
  )
}

type Given = z.output<typeof Work>

async function workOn(deps: Deps, parts: WorkParts, given: Given): Promise<void> {
  const run = await inCongress(deps.database, given.congressId, (tx) => findRun(tx, given.runId))
  const importable = parts.importables.find(({ name }) => name === run?.kind)
  if (!run || !importable || !isMoving(run.status)) return
  if (run.status === 'undoing') return inStep(deps, given, (act, locked) => undoAll(act, importable, locked))
  const table = await readFileOf(deps, parts, given, importable, run)
  if ('sentence' in table) return giveUp(deps, parts, given, table.sentence)
  if (run.status === 'uploaded') await inStep(deps, given, (act, locked) => beginChecking(act, importable, locked, table))
  const mapped = await inCongress(deps.database, given.congressId, (tx) => findRun(tx, given.runId))
  if (!mapped) return
  const read = tableOf(table, run.fileName)
  const judging = { importable, run: mapped, table: read, firsts: firstOfKeys(importable, mapped, read) }
  await untilDone(deps, () => checkBatch(deps, given, judging))
  await untilDone(deps, () => writeBatch(deps, given, judging))
}

function isMoving(status: RunStatus): boolean {
  return status === 'uploaded' || status === 'checking' || status === 'importing' || status === 'undoing'
}

async function untilDone(deps: Deps, batch: () => Promise<boolean>): Promise<void> {
  while (await batch()) if (deps.signal.aborted) throw new Error('the program is stopping; the rest follows on the next try')
}

async function readFileOf(
  deps: Deps,
  { blobs }: WorkParts,
  { congressId }: Given,
  { columns }: Importable,
  run: StoredRun,
): Promise<ReadTable | { sentence: string }> {
  const file = await inCongress(deps.database, congressId, (tx) => findFile(tx, run.fileId))
  if (!file) return { sentence: '上传的文件已不在系统里。请重新上传。' }
  const table = await readTable(await buffer(await blobs.get(file.key)), { expected: headerNames(columns) })
  if ('code' in table) return table
  if (table.rows.length === 0) return { sentence: '表头下面没有内容。请检查后重新上传。' }
  return table.rows.length <= MOST_ROWS
    ? table
    : { sentence: `一次最多导入 ${MOST_ROWS} 行，这个表有 ${table.rows.length} 行。请拆分后再上传。` }
}

/** One step under the run's lock; what a person did meanwhile (cancelled, undone) is seen here. */
async function inStep<T>(
  deps: Deps,
  { congressId, runId }: Given,
  step: (act: ImportAct, run: StoredRun) => Promise<T>,
): Promise<T> {
  return inCongress(deps.database, congressId, async (tx) => {
    const run = await lockRun(tx, runId)
    if (!run) throw new Error(`No import ${runId}`)
    const now = deps.clock()
    return step({ tx, now, today: toBeijingDate(now), actorId: run.startedBy }, run)
  })
}

/** Finds out which column is which. Where a needed one is missing, a person has to say it; otherwise the checking begins. */
async function beginChecking({ tx }: ImportAct, { columns }: Importable, run: StoredRun, table: ReadTable): Promise<void> {
  if (run.status !== 'uploaded') return
  const { headers, headerRow, rows } = table
  const mapping = mapColumns(columns, headers)
  const missing = missingColumns(columns, mapping)
  await replaceRows(
    tx,
    run.id,
    rows.map(({ row }) => row),
  )
  await saveRun(tx, run.id, { headers, headerRow, mapping, problem: missing, status: missing ? 'uploaded' : 'checking' })
}

async function checkBatch(deps: Deps, given: Given, judging: Judging): Promise<boolean> {
  return inStep(deps, given, async (act, run) => {
    if (run.status !== 'checking') return false
    const rows = await listRows(act.tx, run.id, 'pending', { limit: CHECKED_AT_ONCE })
    if (rows.length === 0) {
      await finishChecking(act, judging.importable, run)
      return false
    }
    const judged = await judge(act, judging, rows)
    const changes = judged.map(({ row, problems, isUpdate }) => stateAfterCheck(row.number, problems, isUpdate))
    await saveRows(act.tx, run.id, changes)
    return true
  })
}

function stateAfterCheck(number: number, problems: RowChange['problems'] & object, isUpdate: boolean): RowChange {
  return { number, problems, isUpdate, state: problems.length > 0 ? 'bad' : 'good' }
}

async function finishChecking({ tx, now }: ImportAct, importable: Importable, run: StoredRun): Promise<void> {
  const counts = (await countRows(tx, [run.id])).get(run.id)
  await saveRun(tx, run.id, { status: 'checked', problem: null })
  const payload = { ...aboutOf(importable), count: counts?.total ?? 0, bad: counts?.bad ?? 0 }
  await record(tx, now, { name: 'import.checked', subjectId: run.id, actorId: null, payload })
}

async function writeBatch(deps: Deps, given: Given, judging: Judging): Promise<boolean> {
  return inStep(deps, given, async (act, run) => {
    if (run.status !== 'importing') return false
    const rows = await listRows(act.tx, run.id, 'good', { limit: WRITTEN_AT_ONCE })
    if (rows.length === 0) {
      await finishImport(act, judging.importable, run)
      return false
    }
    const changes: RowChange[] = []
    for (const { row, problems, isUpdate } of await judge(act, judging, rows)) {
      // The world may have changed since the check: a number may be taken by now.
      if (problems.length > 0) changes.push(stateAfterCheck(row.number, problems, isUpdate))
      else changes.push({ number: row.number, state: 'imported', isUpdate, ...(await judging.importable.write(act, row)) })
    }
    await saveRows(act.tx, run.id, changes)
    await saveRun(act.tx, run.id, { importedAt: act.now })
    return true
  })
}

async function finishImport({ tx, now }: ImportAct, importable: Importable, run: StoredRun): Promise<void> {
  const counts = (await countRows(tx, [run.id])).get(run.id)
  await saveRun(tx, run.id, { status: 'imported', importedAt: now, problem: null })
  const payload = { ...aboutOf(importable), count: counts?.imported ?? 0, bad: counts?.bad ?? 0, startedBy: run.startedBy }
  await record(tx, now, { name: 'import.finished', subjectId: run.id, actorId: null, payload })
}

async function giveUp(deps: Deps, { importables }: WorkParts, given: Given, problem: string): Promise<void> {
  await inCongress(deps.database, given.congressId, async (tx: Tx) => {
    const run = await lockRun(tx, given.runId)
    const importable = importables.find(({ name }) => name === run?.kind)
    if (!run || !importable || !isMoving(run.status)) return
    const count = (await countRows(tx, [run.id])).get(run.id)?.imported ?? 0
    await saveRun(tx, run.id, { status: 'failed', problem })
    const payload = { ...aboutOf(importable), count, problem, startedBy: run.startedBy }
    await record(tx, deps.clock(), { name: 'import.failed', subjectId: run.id, actorId: null, payload })
  })
}
