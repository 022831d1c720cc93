import type { Act } from '#kernel/identity/act.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { setKeySupervision } from '#slices/suggestions/api.ts'
import { record } from '../../events.ts'
import { knownSuggestions } from '../../linked.ts'
import { isDecided } from '../rules/lifecycle.ts'
import { deleteMember, heldElsewhere, insertMembers } from '../store.ts'
import { lockFor } from './locked.ts'

/** One more suggestion; where the topic was decided already it is 重点督办 at once. */
export async function addMember(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'addMember')
  if (it.memberIds.includes(suggestionId)) throw new Problem(409, 'already-member', '这件建议已经在这个选题里了。')
  const [added] = await knownSuggestions(act, [suggestionId], 'suggestionId')
  await insertMembers(tx, id, [suggestionId], toBeijingDate(now))
  if (isDecided(it.status)) await setKeySupervision(tx, [suggestionId], true)
  const payload = { title: it.title, suggestionId, suggestionTitle: added!.title }
  await record(tx, now, { name: 'topic.member-added', subjectId: id, actorId: actor.id, payload })
}

/** It leaves the topic, and with it 重点督办 unless another topic that was decided holds it too. */
export async function removeMember(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members } = await lockFor(act, id, 'removeMember')
  const removed = members.find((one) => one.id === suggestionId)
  if (!removed) throw notFound('选题里的这件建议')
  await deleteMember(tx, id, suggestionId)
  if (isDecided(it.status) && !(await heldElsewhere(tx, id, suggestionId))) await setKeySupervision(tx, [suggestionId], false)
  const payload = { title: it.title, suggestionId, suggestionTitle: removed.title }
  await record(tx, now, { name: 'topic.member-removed', subjectId: id, actorId: actor.id, payload })
}
