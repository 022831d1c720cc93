import type { Act } from '#kernel/identity/act.ts'
import { receiveFromMotion } from '#slices/suggestions/api.ts'
import { insertLink } from '../decision-store.ts'
import { record } from '../events.ts'
import { suggestionTextOf } from '../rules/to-suggestion.ts'
import { save } from '../store.ts'
import { lockFor, numbered, signersOf } from './locked.ts'

/** With the lead deputy's consent it becomes a submitted suggestion of the same deputies, in the same transaction. */
export async function convert(act: Act, id: string, category: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'convert')
  const cosignerIds = signersOf(it)
  const { leadDeputyId, isPublic } = it
  const text = suggestionTextOf(it)
  const suggestionId = await receiveFromMotion(act, { ...text, category, isPublic, leadDeputyId, cosignerIds })
  await insertLink(tx, id, suggestionId, 'became', now)
  await save(tx, it, { status: to })
  const payload = { ...numbered(it), suggestionId, cosignerIds }
  await record(tx, now, { name: 'motion.converted', subjectId: id, actorId: actor.id, payload })
}
