import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { aboutOf, missingColumns } from '../importable.ts'
import { askAllAgain, saveRun } from '../store.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** A person says which column is which; every row is judged anew. */
export async function mapColumnsOf(act: Act, house: ImportHouse, id: string, mapping: Record<string, string>): Promise<void> {
  const { tx, actor, now } = act
  const { run, importable } = await lockFor(act, house, id, 'map')
  const { columns } = importable
  const isKnown = ([key, header]: [string, string]) =>
    columns.some((column) => column.key === key) && run.headers.includes(header)
  const entries = Object.entries(mapping)
  if (!entries.every(isKnown)) throw new Problem(422, 'column-unknown', '列对应里有这个表格没有的列。请刷新后重新选择。')
  if (new Set(Object.values(mapping)).size < entries.length)
    throw new Problem(422, 'column-twice', '同一列不能对应两项内容。请改正后再检查。')
  const missing = missingColumns(columns, mapping)
  if (missing) throw new Problem(422, 'column-missing', missing)
  await askAllAgain(tx, run.id)
  await saveRun(tx, run.id, { mapping, status: 'checking', problem: null })
  await record(tx, now, { name: 'import.mapped', subjectId: run.id, actorId: actor.id, payload: aboutOf(importable) })
  await enqueue(tx, house.work, { congressId: tx.congressId, runId: run.id })
}
