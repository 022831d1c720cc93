import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { aboutOf } from '../importable.ts'
import { saveRun } from '../store.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** Stops before the next batch: whoever works on the run finds out under the same lock. What is written stays and can be undone. */
export async function cancelImport(act: Act, house: ImportHouse, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { run, importable, counts } = await lockFor(act, house, id, 'cancel')
  await saveRun(tx, run.id, { status: 'cancelled', problem: null })
  const payload = { ...aboutOf(importable), count: counts.imported }
  await record(tx, now, { name: 'import.cancelled', subjectId: run.id, actorId: actor.id, payload })
}
