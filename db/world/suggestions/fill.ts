import { replaceTotals, type Measure } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { measures } from '#slices/suggestions/rules/measures.ts'
import { indexInternally, indexPublicly } from '#slices/suggestions/search.ts'
import { insertEvents } from '../events.ts'
import { insertRows } from '../rows.ts'
import type { Played } from './play.ts'

/** Writes what was played: rows, events, the totals they add up to, the last number of each series, and the words to find them by. */
export async function insertSuggestions(tx: Tx, played: readonly Played[]): Promise<void> {
  const rows = played.map((it) => it.suggestion)
  await insertRows(tx, 'suggestions.suggestion', rows)
  await insertRows(tx, 'suggestions.request', played.flatMap((it) => it.requests))
  await insertRows(tx, 'suggestions.contact', played.flatMap((it) => it.contacts))
  await insertRows(tx, 'suggestions.reply', played.flatMap((it) => it.replies))
  await insertRows(tx, 'suggestions.reply_point', played.flatMap((it) => it.points))
  await insertRows(tx, 'suggestions.rating', played.flatMap((it) => it.ratings))
  await insertEvents(tx, played.flatMap((it) => it.events))
  await insertRows(tx, 'suggestions.number_series', lastNumbers(rows))
  const totals = sum(rows.flatMap((it) => measures(measured(it))))
  await replaceTotals(tx, [...new Set(totals.map((it) => it.metric))], totals)
  await makeFindable(tx, played)
}

function lastNumbers(rows: readonly Played['suggestion'][]): { series: string; last_number: number }[] {
  const last = new Map<string, number>()
  for (const { series, number } of rows) if (number) last.set(series, Math.max(number, last.get(series) ?? 0))
  return [...last].map(([series, last_number]) => ({ series, last_number }))
}

function measured(row: Played['suggestion']) {
  return {
    status: row.status,
    unitId: row.unit_id ?? null,
    handedOverOn: row.handed_over_on ?? null,
    repliedOn: row.replied_on ?? null,
  }
}

function sum(all: readonly Measure[]): Measure[] {
  const sums = new Map<string, Measure>()
  for (const it of all) {
    const key = JSON.stringify([it.metric, it.dimension])
    sums.set(key, { ...it, amount: it.amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}

async function makeFindable(tx: Tx, played: readonly Played[]): Promise<void> {
  for (const { suggestion, requests } of played) {
    if (suggestion.status === 'draft') continue
    const { id, title, matter, is_public: isPublic, reference } = suggestion
    const texts = requests.map((it) => it.text)
    await indexInternally(tx, { id, title, matter, isPublic }, texts)
    if (reference) await indexPublicly(tx, { id, title, matter, isPublic }, texts)
  }
}
