import type { Act } from '#kernel/identity/act.ts'
import { Refused } from '#lib/http/refused.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { notPast } from '../../known.ts'
import { openSuggestion } from '../../linked.ts'
import type { GuidanceInput } from '../contract.ts'
import { issueRefusal } from '../rules/may.ts'
import { insert } from '../store.ts'

/** 及时提出督办指导意见 (digest): an office tells the unit what it must mind in handling one suggestion. */
export async function issue(act: Act, suggestionId: string, input: GuidanceInput): Promise<void> {
  const { tx, actor, now } = act
  const about = await openSuggestion(act, suggestionId)
  const no = issueRefusal(actor, about)
  if (no) throw new Refused('issueGuidance', no, { status: about.status, allowed: [] })
  notPast(input.dueOn, now, 'dueOn')
  const { unitId, unitName } = about
  if (unitId === null || unitName === null) throw new Error(`Suggestion ${suggestionId} has a unit without a name`)
  const id = newId()
  await insert(tx, { id, suggestionId, unitId, issuerId: actor.id, input, on: toBeijingDate(now), at: now })
  const payload = {
    suggestionId,
    suggestionTitle: about.title,
    unitId,
    unitName,
    issuerId: actor.id,
    dueOn: input.dueOn,
    deputyId: about.leadDeputyId,
  }
  await record(tx, now, { name: 'guidance.issued', subjectId: id, actorId: actor.id, payload })
}
