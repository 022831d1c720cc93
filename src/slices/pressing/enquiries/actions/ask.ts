import type { Act } from '#kernel/identity/act.ts'
import { Refused } from '#lib/http/refused.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { knownUnits, notPast, wrongField } from '../../known.ts'
import { openSuggestion } from '../../linked.ts'
import type { EnquiryInput } from '../contract.ts'
import { askRefusal } from '../rules/may.ts'
import { insert } from '../store.ts'

/** The deputy asks a unit that handles the suggestion; it goes on record and the unit is told. */
export async function ask(act: Act, suggestionId: string, input: EnquiryInput): Promise<void> {
  const { tx, actor, now } = act
  const about = await openSuggestion(act, suggestionId)
  const no = askRefusal(actor, about)
  if (no) throw new Refused('ask', no, { status: about.status, allowed: [] })
  const unitId = input.unitId ?? about.unitId
  if (!unitId || !about.unitIds.includes(unitId)) {
    throw wrongField('not-its-unit', 'unitId', '这个单位不办理这件建议。请从列表里重新选择。')
  }
  if (input.wantedOn !== null) notPast(input.wantedOn, now, 'wantedOn')
  const [unit] = await knownUnits(act, [unitId], 'unitId')
  const id = newId()
  const deputyId = about.leadDeputyId
  await insert(tx, { id, suggestionId, unitId, deputyId, input, on: toBeijingDate(now), at: now })
  const payload = {
    suggestionId,
    suggestionTitle: about.title,
    unitId,
    unitName: unit?.name ?? '',
    deputyId,
    deputyName: about.deputyName,
    kind: input.kind,
    wantedOn: input.wantedOn,
  }
  await record(tx, now, { name: 'enquiry.asked', subjectId: id, actorId: actor.id, payload })
}
