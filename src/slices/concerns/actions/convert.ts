import { offeredCategory } from '#kernel/categories/api.ts'
import { draftSuggestion } from '#slices/suggestions/api.ts'
import { record } from '../events.ts'
import { suggestionTextOf } from '../rules/to-suggestion.ts'
import { save } from '../store.ts'
import { about, lockFor, type ConcernAct } from './locked.ts'

/** 转为建议草稿: a draft of the same deputy with its words and the answer, in the same transaction; the deputy completes and submits it. */
export async function convert(act: ConcernAct, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'convert')
  const { isConfidential } = it
  const text = suggestionTextOf(it)
  const category = await offeredCategory(tx, 'livelihood')
  const draft = { ...text, category, proposedUnitId: null, isPublic: true, isConfidential } as const
  const suggestionId = await draftSuggestion(act, draft)
  await save(tx, it, { ...to, suggestionId })
  const payload = { ...about(it), suggestionId }
  await record(tx, now, { name: 'concern.converted', subjectId: id, actorId: actor.id, payload })
}
