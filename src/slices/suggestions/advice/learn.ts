import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { learnUnitsInSteps, type UnitKnowledge } from '#kernel/mining/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { LEAST_HAND_OVERS } from './contract.ts'
import { MODEL_FORMAT, MOST_HAND_OVERS } from './rules/freshness.ts'
import { dutiesOf } from './rules/unit-duties.ts'
import { pack } from './unit-model.ts'
import { claimModel, countHandOvers, listHandOvers, listUnitsWithDuties, saveModel } from './unit-model-store.ts'

/**
 * Learns which unit handles what, from this congress's own hand-overs and the duties of its units; nothing else, and no other congress.
 * Does nothing where there is too little to learn from or where nothing has changed. True where something was learnt.
 */
export async function learn(tx: Tx, now: Date): Promise<boolean> {
  if ((await countHandOvers(tx, LEAST_HAND_OVERS)) < LEAST_HAND_OVERS) return false
  const before = await claimModel(tx, now)
  const units = await listUnitsWithDuties(tx, toBeijingDate(now))
  const alive = new Set(units.map(({ id }) => id))
  const history = (await listHandOvers(tx, MOST_HAND_OVERS)).filter(({ unitId }) => alive.has(unitId))
  const duties = units
    .filter(({ isOwnBody }) => !isOwnBody)
    .map(dutiesOf)
    .filter((unit) => unit.duties.length > 0)
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([duties, history]))
    .digest('hex')
  if (before.format === MODEL_FORMAT && before.fingerprint === fingerprint) return false
  const model = pack(await inSteps(learnUnitsInSteps(duties, history)))
  const handOvers = await countHandOvers(tx, MOST_HAND_OVERS)
  await saveModel(tx, { version: before.version + 1, format: MODEL_FORMAT, handOvers, fingerprint, learntAt: now, model })
  return true
}

/** Lets requests through between the steps: some thousand hand-overs take seconds, and the same process may serve people. */
async function inSteps(steps: Generator<void, UnitKnowledge>): Promise<UnitKnowledge> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await others()
  }
}
