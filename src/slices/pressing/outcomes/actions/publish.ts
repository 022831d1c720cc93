import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** Anybody may read it from now on; its confidential suggestions stay unnamed. */
export async function publish(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members, to } = await lockFor(act, id, 'publish')
  await save(tx, it, { status: to, publishedOn: toBeijingDate(now) })
  const deputyIds = [...new Set(members.map((one) => one.leadDeputyId))]
  const payload = { title: it.title, kind: it.kind, deputyIds }
  await record(tx, now, { name: 'outcome.published', subjectId: id, actorId: actor.id, payload })
}

export async function retract(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'retract')
  await save(tx, it, { status: to, publishedOn: null })
  const payload = { title: it.title, kind: it.kind, reason }
  await record(tx, now, { name: 'outcome.retracted', subjectId: id, actorId: actor.id, payload })
}
