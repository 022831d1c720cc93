import type { Act } from '#kernel/identity/act.ts'
import { Stale } from '#lib/http/refused.ts'
import type { Draft } from '../contract.ts'
import { record } from '../events.ts'
import { rewrite } from '../store.ts'
import { checkOutline } from './draft.ts'
import { lockFor, signersOf } from './locked.ts'

/** Changes the text. Every confirmation was given to an earlier version and so counts no more; those who gave one are asked again. */
export async function edit(act: Act, id: string, input: Draft, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'edit')
  if (version !== null && version !== it.version) throw new Stale()
  checkOutline(input)
  const textVersion = await rewrite(tx, it, input, now)
  const { leadDeputyId } = it
  const payload = { title: input.title, leadDeputyId, textVersion, voidedDeputyIds: signersOf(it) }
  await record(tx, now, { name: 'motion.edited', subjectId: id, actorId: actor.id, payload })
}
