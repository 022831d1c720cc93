import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { addReader } from '../handling-store.ts'
import { save } from '../store.ts'
import { knownUnit } from './known-unit.ts'
import { lockFor } from './locked.ts'

/** What is no suggestion goes on as a deputy's letter (代表来信) to a unit, for its attention (上海规定 art 8). */
export async function passOn(act: Act, id: string, { unitId, note }: { unitId: string; note: string }): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, today } = await lockFor(act, id, 'passOn')
  const unit = await knownUnit(tx, unitId, today, 'unitId')
  await addReader(tx, id, unitId, today)
  await save(tx, it, { status: to })
  const payload = { title: it.title, unitId, unitName: unit.name, note, leadDeputyId: it.leadDeputyId }
  await record(tx, now, { name: 'suggestion.passed_on', subjectId: id, actorId: actor.id, payload })
}
