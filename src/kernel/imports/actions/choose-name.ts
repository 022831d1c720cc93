import { listDeputyNames, listUnitNames } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import { Problem } from '#lib/http/problem.ts'
import type { NameInput } from '../contract.ts'
import { record } from '../events.ts'
import { rememberName } from '../name-store.ts'
import { nameKey } from '../read-row.ts'
import { bareName } from '../rules/nearest-names.ts'
import { askAgain, listRowsUnsure, saveRun } from '../store.ts'
import { lockFor, type ImportHouse } from './locked.ts'

/** A person says whom a name means: in one row, or everywhere and for good. The rows in question are judged anew. */
export async function chooseName(act: Act, house: ImportHouse, id: string, input: NameInput): Promise<void> {
  const { tx, actor, now } = act
  const { run } = await lockFor(act, house, id, 'name')
  const { kind } = input
  const written = bareName(input.written)
  const things = kind === 'unit' ? await listUnitNames(tx) : await listDeputyNames(tx)
  if (!things.some((it) => it.id === input.id)) throw new Problem(422, 'name-unknown', '没有这个单位或代表。请刷新后重新选择。')
  const unsure = await listRowsUnsure(tx, run.id, { kind, written })
  const numbers = input.row === undefined ? unsure : unsure.filter((number) => number === input.row)
  if (numbers.length === 0) throw new Problem(409, 'name-settled', '这个名称已经有人指明了。请刷新后再看。')
  if (input.row === undefined) {
    await rememberName(tx, { kind, written, id: input.id, by: actor.id, at: now })
    const payload = { kind, written, id: input.id }
    await record(tx, now, { name: 'name.remembered', subjectId: run.id, actorId: actor.id, payload })
  }
  await askAgain(tx, run.id, numbers, input.row === undefined ? {} : { [nameKey(kind, written)]: input.id })
  await saveRun(tx, run.id, { status: 'checking' })
  await enqueue(tx, house.work, { congressId: tx.congressId, runId: run.id })
}
