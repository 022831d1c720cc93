import type { Act } from '#kernel/identity/act.ts'
import { newId } from '#lib/id.ts'
import { record } from '../events.ts'
import { insertContact } from '../parts-store.ts'
import { lock, save } from '../store.ts'
import { handled } from './locked.ts'

/** A face-to-face event was a meeting of the unit with the deputy about each of these; what is not with that unit now is left out. */
export async function noteFaceContact(
  { tx, actor, now }: Act,
  ids: readonly string[],
  { heldOn, note, unitId }: { heldOn: string; note: string; unitId: string },
): Promise<void> {
  for (const id of ids.toSorted()) {
    const it = await lock(tx, id)
    if (!it?.unitIds.includes(unitId)) continue
    await insertContact(tx, it, newId(), unitId, { kind: 'meeting', contactedOn: heldOn, note })
    await save(tx, it, it.metOn === null ? { metOn: heldOn } : {})
    const payload = { ...handled(it), kind: 'meeting' as const }
    await record(tx, now, { name: 'suggestion.contacted', subjectId: id, actorId: actor.id, payload })
  }
}
