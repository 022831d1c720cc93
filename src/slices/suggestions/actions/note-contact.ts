import type { Act } from '#kernel/identity/act.ts'
import { newId } from '#lib/id.ts'
import { faceContactKinds, type ContactInput } from '../contract.ts'
import { record } from '../events.ts'
import { insertContact } from '../parts-store.ts'
import { lock, save, type Suggestion } from '../store.ts'
import { handled } from './locked.ts'

type Contact = ContactInput & { unitId: string; unitName?: string }

/** A face-to-face event was a meeting of the unit with the deputy about each of these; what is not with that unit now is left out. */
export async function noteFaceContact(
  act: Act,
  ids: readonly string[],
  { heldOn, note, unitId }: { heldOn: string; note: string; unitId: string },
): Promise<void> {
  for (const id of ids.toSorted()) {
    const it = await lock(act.tx, id)
    if (it?.unitIds.includes(unitId)) await keep(act, it, { unitId, kind: 'meeting', contactedOn: heldOn, note })
  }
}

/** The unit spoke with the deputy, who had asked for it; whoever calls has asked whether it is that unit's. */
export async function noteContact(act: Act, id: string, contact: Contact): Promise<void> {
  const it = await lock(act.tx, id)
  if (it) await keep(act, it, contact)
}

async function keep({ tx, actor, now }: Act, it: Suggestion, { unitId, unitName, ...contact }: Contact): Promise<void> {
  await insertContact(tx, it, newId(), unitId, contact)
  const isFirstMeeting = it.metOn === null && faceContactKinds.some((kind) => kind === contact.kind)
  await save(tx, it, isFirstMeeting ? { metOn: contact.contactedOn } : {})
  const payload = { ...handled(it), ...(unitName && { unitId, unitName }), kind: contact.kind }
  await record(tx, now, { name: 'suggestion.contacted', subjectId: it.id, actorId: actor.id, payload })
}
