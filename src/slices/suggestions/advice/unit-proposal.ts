import { listUnits } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { proposeUnits } from '#kernel/mining/api.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Suggestion } from '../store.ts'
import { requestsOf } from './advice-store.ts'
import { LEAST_HAND_OVERS, type UnitProposal } from './contract.ts'
import { isStale, MODEL_FORMAT, MOST_HAND_OVERS } from './rules/freshness.ts'
import { reasonsOf } from './rules/reasons.ts'
import { amongIds } from './similar-store.ts'
import { knowledgeOf } from './unit-model.ts'
import { countHandOvers, findModel, loadModel } from './unit-model-store.ts'

/** Up to three units that may handle a suggestion, with what speaks for each. Says so where there is too little to learn from. */
export async function unitProposal(act: Act, it: Suggestion): Promise<UnitProposal> {
  const { tx, now } = act
  const handOvers = await countHandOvers(tx, MOST_HAND_OVERS)
  const model = await findModel(tx)
  const nothing = { handOvers, least: LEAST_HAND_OVERS, learntAt: null, isStale: false, units: [] }
  if (handOvers < LEAST_HAND_OVERS) return { state: 'tooFew', ...nothing }
  if (model?.format !== MODEL_FORMAT) return { state: 'notLearnt', ...nothing }
  return {
    state: 'ready',
    handOvers: model.handOvers,
    least: LEAST_HAND_OVERS,
    learntAt: model.learntAt.toISOString(),
    isStale: isStale(model, handOvers, now),
    units: await proposed(act, it, model),
  }
}

/** A unit that a text speaks for: declared duties that it names, and words of what went to this unit before. */
export interface ProposedUnit {
  readonly unit: { readonly id: string; readonly name: string }
  readonly duties: readonly string[]
  readonly words: readonly string[]
}

/** Up to three units for any text, for another slice; no past suggestion is named. Empty where there is too little to learn from. */
export async function unitsForText({ tx, now }: Act, text: { title: string; text: string }): Promise<ProposedUnit[]> {
  const model = await findModel(tx)
  if (model?.format !== MODEL_FORMAT) return []
  const known = await knowledgeOf(tx.congressId, model, () => loadModel(tx))
  const names = new Map((await listUnits(tx, toBeijingDate(now))).map(({ id, name }) => [id, name]))
  return proposeUnits(known, text).flatMap(({ unitId, why }) => {
    const name = names.get(unitId)
    const { duties, words } = reasonsOf(why)
    return name === undefined ? [] : [{ unit: { id: unitId, name }, duties, words }]
  })
}

async function proposed(
  { tx, now }: Act,
  it: Suggestion,
  model: { version: number; learntAt: Date },
): Promise<UnitProposal['units']> {
  const known = await knowledgeOf(tx.congressId, model, () => loadModel(tx))
  const text = [it.matter, ...(await requestsOf(tx, it.id))].join('\n')
  const proposals = proposeUnits(known, { title: it.title, text }).map(({ unitId, why }) => ({ unitId, ...reasonsOf(why) }))
  const ids = proposals.flatMap(({ past }) => past).filter((id) => id !== it.id)
  const past = new Map((await amongIds(tx, { kind: 'office', seesConfidential: false }, ids)).map((one) => [one.id, one]))
  const names = new Map((await listUnits(tx, toBeijingDate(now))).map(({ id, name }) => [id, name]))
  return proposals.flatMap(({ unitId, duties, words, past: pastIds }) => {
    const name = names.get(unitId)
    if (name === undefined) return []
    const like = pastIds.flatMap((id) => past.get(id) ?? []).map(({ id, reference, title }) => ({ id, reference, title }))
    return [{ unit: { id: unitId, name }, duties, words, past: like }]
  })
}
