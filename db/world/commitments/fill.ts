import { replaceTotals, type Measure } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { measures, metrics } from '#slices/commitments/rules/measures.ts'
import { insertEvents } from '../events.ts'
import { insertRows } from '../rows.ts'
import type { PlayedPromise } from './play.ts'

/** Writes what was played: rows, events, and the totals they add up to. */
export async function insertCommitments(tx: Tx, played: readonly PlayedPromise[]): Promise<void> {
  await insertRows(tx, 'commitments.commitment', played.map((it) => it.row))
  await insertRows(tx, 'commitments.carry', played.flatMap((it) => it.carries))
  await insertRows(tx, 'commitments.report', played.flatMap((it) => it.reports))
  await insertRows(tx, 'commitments.rating', played.flatMap((it) => it.ratings))
  await insertEvents(tx, played.flatMap((it) => it.events))
  await replaceTotals(tx, metrics, summed(played.flatMap((it) => measuresOf(it))))
}

function measuresOf({ row }: PlayedPromise): Measure[] {
  const { status, unit_id: unitId, is_confidential: isConfidential, first_due_on: firstDueOn, settled_on: settledOn } = row
  return measures({ status, unitId, isConfidential, firstDueOn, settledOn })
}

function summed(all: readonly Measure[]): Measure[] {
  const sums = new Map<string, Measure>()
  for (const it of all) {
    const key = `${it.metric} ${it.dimension}`
    sums.set(key, { ...it, amount: it.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}
