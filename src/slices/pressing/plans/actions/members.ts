import type { Act } from '#kernel/identity/act.ts'
import { notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { knownSuggestions } from '../../linked.ts'
import { memberRefusal } from '../rules/may.ts'
import { deleteMember, insertMembers } from '../store.ts'
import { lockFor } from './locked.ts'
import { inAnotherPlan } from './make.ts'

export async function addMember(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'addMember')
  const [added] = await knownSuggestions(act, [suggestionId], 'suggestionId')
  const unfit = memberRefusal(added!, it.unitId)
  if (unfit) throw new Refused('addMember', unfit, { status: 'made', allowed: [] })
  const taken = await insertMembers(tx, id, [suggestionId], toBeijingDate(now))
  if (taken.length === 0) throw inAnotherPlan()
  const payload = { title: it.title, suggestionId, suggestionTitle: added!.title, deputyId: added!.leadDeputyId }
  await record(tx, now, { name: 'plan.member-added', subjectId: id, actorId: actor.id, payload })
}

export async function removeMember(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members } = await lockFor(act, id, 'removeMember')
  const removed = members.find((one) => one.id === suggestionId)
  if (!removed) throw notFound('方案里的这件建议')
  await deleteMember(tx, id, suggestionId)
  const payload = { title: it.title, suggestionId, suggestionTitle: removed.title }
  await record(tx, now, { name: 'plan.member-removed', subjectId: id, actorId: actor.id, payload })
}
