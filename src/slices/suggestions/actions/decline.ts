import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Ground } from '../rules/profile.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** Not taken as a suggestion (不作为建议), on a ground of the profile; the deputy is always told which, and what to do. */
export async function decline(
  act: Act,
  id: string,
  { ground, advice }: { ground: Ground['code']; advice: string },
): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, clock } = await lockFor(act, id, 'decline')
  const known = clock.profile.grounds.find(({ code }) => code === ground)
  if (!known) throw unknown()
  await save(tx, it, { status: to })
  const payload = {
    title: it.title,
    ground,
    label: known.label,
    basis: clock.profile.groundsBasis,
    advice,
    leadDeputyId: it.leadDeputyId,
  }
  await record(tx, now, { name: 'suggestion.declined', subjectId: id, actorId: actor.id, payload })
}

function unknown(): Problem {
  const message = '现行办理规则包里没有这种情形，请从列表里重新选择。'
  return new Problem(422, 'unknown-ground', message, { fields: [{ path: 'ground', message }] })
}
