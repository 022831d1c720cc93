import type { Act } from '#kernel/identity/act.ts'
import { noteFaceContact } from '#slices/suggestions/api.ts'
import { record } from '../../events.ts'
import { wrongField } from '../../known.ts'
import type { HoldInput } from '../contract.ts'
import { facesOf } from '../rules/may.ts'
import { saveHeld } from '../store.ts'
import { guestsOf, lockFor, memberIdsOf } from './locked.ts'

/** It was held: who came, what was said, what came of each suggestion. It counts as a face contact of each unit with its deputies. */
export async function hold(act: Act, id: string, input: HoldInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, members } = await lockFor(act, id, 'hold')
  const known = memberIdsOf(it)
  if (input.results.some(({ suggestionId }) => !known.includes(suggestionId)))
    throw wrongField('not-linked', 'results', '有的建议不在这场活动里。请刷新后重新填写。')
  await saveHeld(tx, it, input)
  const note = `“面对面”活动：${it.theme}，${it.place}，居民${input.residents}人。`
  for (const [unitId, ids] of facesOf(guestsOf(it).unitIds, members))
    await noteFaceContact(act, ids, { heldOn: it.heldOn, note, unitId })
  const { theme, heldOn, place } = it
  const payload = { theme, heldOn, place, residents: input.residents }
  await record(tx, now, { name: 'face-to-face.held', subjectId: id, actorId: actor.id, payload })
}
