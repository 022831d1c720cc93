import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { knownUnits, notStale, wrongField } from '../../known.ts'
import { knownSuggestions } from '../../linked.ts'
import type { TopicEdit, TopicInput } from '../contract.ts'
import { insert, insertMembers, rewrite, save } from '../store.ts'
import { lockFor } from './locked.ts'

const ofCongress: readonly string[] = ['standing_committee', 'working_body', 'special_committee']

/** A special committee proposes a matter that it would lead (L8 art 12). */
export async function propose(act: Act, { suggestionIds, ...input }: TopicInput): Promise<string> {
  const { tx, actor, now } = act
  const leadCommitteeId = actor.unitId
  if (leadCommitteeId === null)
    throw new Problem(403, 'no-committee', '这个账号没有所属的专门委员会，不能提出选题。请联系系统管理员核对。')
  const committee = await leadingUnit(act, leadCommitteeId)
  await knownUnits(act, input.unitIds, 'unitIds')
  const members = await knownSuggestions(act, suggestionIds, 'suggestionIds')
  const id = newId()
  await insert(tx, { id, input: { ...input, leadCommitteeId }, at: now })
  const memberIds = members.map((it) => it.id)
  await insertMembers(tx, id, memberIds, toBeijingDate(now))
  const payload = { title: input.title, committeeName: committee.name }
  await record(tx, now, { name: 'topic.proposed', subjectId: id, actorId: actor.id, payload })
  return id
}

export async function edit(act: Act, id: string, input: TopicEdit, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'edit')
  notStale(version, it.version)
  await leadingUnit(act, input.leadCommitteeId)
  await knownUnits(act, input.unitIds, 'unitIds')
  await rewrite(tx, it, input)
  await record(tx, now, { name: 'topic.edited', subjectId: id, actorId: actor.id, payload: { title: input.title } })
}

/** The deputies' committee puts it before the chairpersons' meeting. */
export async function compile(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'compile')
  await save(tx, it, { status: to })
  await record(tx, now, { name: 'topic.compiled', subjectId: id, actorId: actor.id, payload: { title: it.title } })
}

/** Not a key topic after all; the committee that proposed it is told why. */
export async function drop(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'drop')
  await save(tx, it, { status: to, dropReason: reason })
  const payload = { title: it.title, reason, leadCommitteeId: it.leadCommitteeId }
  await record(tx, now, { name: 'topic.dropped', subjectId: id, actorId: actor.id, payload })
}

async function leadingUnit(act: Act, id: string) {
  const [unit] = await knownUnits(act, [id], 'leadCommitteeId')
  if (unit && ofCongress.includes(unit.kind)) return unit
  throw wrongField('not-of-congress', 'leadCommitteeId', '牵头的应当是人大的委员会或者工作机构。请从列表里重新选择。')
}
