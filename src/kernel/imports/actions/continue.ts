import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { record } from '../events.ts'
import { aboutOf } from '../importable.ts'
import { statusToContinue } from '../rules/may.ts'
import { saveRun } from '../store.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** 从断点继续: what is written stays written, the rest follows. */
export async function continueImport(act: Act, house: ImportHouse, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { run, importable, counts } = await lockFor(act, house, id, 'continue')
  await saveRun(tx, run.id, { status: statusToContinue({ ...run, counts }), problem: null })
  await record(tx, now, { name: 'import.continued', subjectId: run.id, actorId: actor.id, payload: aboutOf(importable) })
  await enqueue(tx, house.work, { congressId: tx.congressId, runId: run.id })
}
