import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { indexPublicly } from '../search.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The office publishes a summary in place of the full text, or the full text again. What the deputy keeps back stays kept back. */
export async function publish(act: Act, id: string, summary: string | null): Promise<void> {
  const { tx, actor, now } = act
  const { it, parts } = await lockFor(act, id, 'publish')
  await save(tx, it, { publicSummary: summary })
  await indexPublicly(tx, { ...it, publicSummary: summary }, parts.requests)
  const payload = { title: it.title, form: summary === null ? ('full' as const) : ('summary' as const) }
  await record(tx, now, { name: 'suggestion.published', subjectId: id, actorId: actor.id, payload })
}
