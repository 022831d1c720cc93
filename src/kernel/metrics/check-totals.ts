import { inCongress, type Database, type Tx } from '#lib/db/tx.ts'
import type { Measure } from './contract.ts'
import { record } from './events.ts'
import { differences, type Difference } from './rules/difference.ts'
import { replaceTotals, seeOneMoment, totals } from './store.ts'

/** The subject of a difference, which has no row of its own to point at. */
const SUBJECT = '00000000-0000-7000-8000-6d6574726963'

/**
 * Compares the running totals of one congress with a fresh count. Every difference is an event and then corrected: a figure that is
 * wrong must neither stay nor vanish silently. Both are read as of one moment, so changes under way make no difference.
 */
export function checkTotals(
  database: Database,
  congressId: number,
  metrics: readonly string[],
  count: (tx: Tx) => Promise<readonly Measure[]>,
  now: Date,
): Promise<Difference[]> {
  return inCongress(database, congressId, async (tx) => {
    await seeOneMoment(tx)
    const counted = await count(tx)
    const found: Difference[] = []
    for (const metric of metrics) found.push(...differences(metric, await totals(tx, metric), counted))
    for (const payload of found) await record(tx, now, { name: 'metrics.differed', subjectId: SUBJECT, actorId: null, payload })
    if (found.length > 0) await replaceTotals(tx, metrics, summed(counted))
    return found
  })
}

/** One measure for each metric and dimension. */
function summed(counted: readonly Measure[]): Measure[] {
  const sums = new Map<string, Measure>()
  for (const it of counted) {
    const key = `${it.metric} ${it.dimension}`
    sums.set(key, { ...it, amount: it.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}
