import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor, numbered } from './locked.ts'

/** The lead deputy agrees that what is no motion becomes a suggestion. */
export async function agreeToConversion(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'agreeToConversion')
  await save(tx, it, { status: to })
  await record(tx, now, { name: 'motion.conversion-agreed', subjectId: id, actorId: actor.id, payload: numbered(it) })
}

/** Without consent nothing is converted (domain A1.8); the matter is ended. */
export async function declineConversion(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'declineConversion')
  await save(tx, it, { status: to })
  const payload = { ...numbered(it), reason }
  await record(tx, now, { name: 'motion.conversion-declined', subjectId: id, actorId: actor.id, payload })
}
