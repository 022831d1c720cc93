import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { forgetInternally } from '../search.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** Submitted a moment too early: until the office has opened it, the deputy takes it back and goes on writing. Nobody's signature is lost. */
export async function recallSubmission(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, facts } = await lockFor(act, id, 'recallSubmission')
  const status = facts.invited.length > 0 ? 'cosigning' : to
  await save(tx, it, { status, submittedOn: null, year: null })
  await forgetInternally(tx, id)
  const payload = { title: it.title, deputyName: it.deputyName }
  await record(tx, now, { name: 'suggestion.recalled', subjectId: id, actorId: actor.id, payload })
}
