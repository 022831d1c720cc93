import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { listRows, saveRun } from '../store.ts'
import { blockedSentence, writtenOf } from '../undo.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** 撤销: refused at once where somebody has touched what was imported; looked at again when it is done. */
export async function undoImport(act: Act, house: ImportHouse, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { run, importable } = await lockFor(act, house, id, 'undo')
  const written = (await listRows(tx, run.id, 'imported')).map(writtenOf)
  const blockers = await importable.blockers({ tx, now, today: toBeijingDate(now), actorId: actor.id }, written)
  if (blockers.length > 0) throw new Problem(409, 'import-used', blockedSentence(blockers))
  await saveRun(tx, run.id, { status: 'undoing', problem: null })
  await enqueue(tx, house.work, { congressId: tx.congressId, runId: run.id })
}
