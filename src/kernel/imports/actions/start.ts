import { takeOwnFile } from '#kernel/files/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { notFound } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { record } from '../events.ts'
import { aboutOf } from '../importable.ts'
import { insertRun } from '../store.ts'
import { kindsOf, type ImportHouse } from './locked.ts'

/** Begins with a table that this person has uploaded; everything slow happens in the background. */
export async function startImport(
  { tx, actor, now }: Act,
  { importables, work }: ImportHouse,
  given: { kind: string; fileId: string },
): Promise<string> {
  const importable = kindsOf(importables, actor).find(({ name }) => name === given.kind)
  if (!importable) throw notFound('这种导入')
  const file = await takeOwnFile(tx, actor, given.fileId, ['xlsx', 'csv'])
  const id = newId()
  await insertRun(tx, { id, kind: given.kind, fileId: file.id, fileName: file.name, startedBy: actor.id, createdAt: now })
  await record(tx, now, { name: 'import.started', subjectId: id, actorId: actor.id, payload: aboutOf(importable) })
  await enqueue(tx, work, { congressId: tx.congressId, runId: id })
  return id
}
