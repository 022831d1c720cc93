import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { aboutOf } from '../importable.ts'
import { saveRun } from '../store.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** 导入: the good rows now, or all of them or none. */
export async function confirmImport(act: Act, house: ImportHouse, id: string, mode: 'good' | 'all'): Promise<void> {
  const { tx, actor, now } = act
  const { run, importable, counts } = await lockFor(act, house, id, 'import')
  if (mode === 'all' && counts.bad > 0) {
    throw new Problem(409, 'rows-bad', `还有 ${counts.bad} 行需要修改，没有导入。请改正后重新上传，或选择先导入正确的行。`)
  }
  await saveRun(tx, run.id, { status: 'importing', problem: null })
  const payload = { ...aboutOf(importable), count: counts.good }
  await record(tx, now, { name: 'import.confirmed', subjectId: run.id, actorId: actor.id, payload })
  await enqueue(tx, house.work, { congressId: tx.congressId, runId: run.id })
}
