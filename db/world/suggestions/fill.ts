import { openDictionary } from '#kernel/categories/api.ts'
import { replaceTotals, type Measure } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { recount } from '#slices/suggestions/recount-store.ts'
import { measures } from '#slices/suggestions/rules/measures.ts'
import { indexInternally, indexPublicly } from '#slices/suggestions/search.ts'
import { formatDocumentNumber } from '#kernel/documents/contract.ts'
import { at } from '../moment.ts'
import { insertEvents } from '../events.ts'
import { insertRows } from '../rows.ts'
import type { Played } from './play.ts'

/** Writes what was played: rows, events, the totals they add up to, the last number of each series, and the words to find them by. */
export async function insertSuggestions(tx: Tx, played: readonly Played[]): Promise<void> {
  await openDictionary(tx)
  const rows = played.map((it) => it.suggestion)
  const notices = numberNotices(rows)
  await insertRows(tx, 'suggestions.suggestion', rows)
  await insertRows(tx, 'suggestions.request', played.flatMap((it) => it.requests))
  await insertRows(tx, 'suggestions.cosigner', played.flatMap((it) => it.cosigners))
  await insertRows(tx, 'suggestions.handling', played.flatMap((it) => it.handlers))
  await insertRows(tx, 'suggestions.extension', played.flatMap((it) => it.extensions))
  await insertRows(tx, 'suggestions.reply_draft', played.flatMap((it) => it.drafts.map((draft) => ({ ...draft, content: { ...draft.content } }))))
  await insertRows(tx, 'suggestions.contact', played.flatMap((it) => it.contacts))
  await insertRows(tx, 'suggestions.reply', played.flatMap((it) => it.replies))
  await insertRows(tx, 'suggestions.reply_point', played.flatMap((it) => it.points))
  await insertRows(tx, 'suggestions.rating', played.flatMap((it) => it.ratings))
  await insertEvents(tx, played.flatMap((it) => it.events))
  await insertRows(tx, 'suggestions.number_series', lastNumbers(rows))
  await insertRows(tx, 'documents.number_series', notices.series)
  await insertRows(tx, 'documents.number_register', notices.register)
  await replaceTotals(tx, recount.metrics, sum(rows.flatMap((it) => measures(measured(it)))))
  await makeFindable(tx, played)
}

function lastNumbers(rows: readonly Played['suggestion'][]): { series: string; last_number: number }[] {
  const last = new Map<string, number>()
  for (const { series, number } of rows) if (number) last.set(series, Math.max(number, last.get(series) ?? 0))
  return [...last].map(([series, last_number]) => ({ series, last_number }))
}

const NOTICES = '人办'

/** 交办通知 numbered day by day as the register would have given them out; writes the number into the rows. */
function numberNotices(rows: readonly Played['suggestion'][]) {
  const years = new Map<number, number>()
  const handed = rows.filter((it) => it.handed_over_on !== null && it.reference !== null)
  const inOrder = handed.toSorted((a, b) => `${a.handed_over_on} ${a.reference}`.localeCompare(`${b.handed_over_on} ${b.reference}`))
  const register = inOrder.map((row) => {
    const on = row.handed_over_on!
    const year = Number(on.slice(0, 4))
    const number = (years.get(year) ?? 0) + 1
    years.set(year, number)
    row.notice_number = formatDocumentNumber({ series: NOTICES, year, number })
    row.noticed_on = on
    return { series: NOTICES, year, number, subject: `交办通知 ${row.reference}`, taken_at: at(on, 12), taken_by: null }
  })
  return { register, series: [...years].map(([year, last]) => ({ series: NOTICES, year, next_number: last + 1 })) }
}

function measured(row: Played['suggestion']) {
  return {
    status: row.status,
    unitId: row.unit_id,
    isConfidential: row.is_confidential,
    year: row.year,
    handedOverOn: row.handed_over_on,
    repliedOn: row.replied_on,
    metOn: row.met_on,
    wasLate: row.was_late,
    replyMeaning: row.reply_meaning,
    firstResult: row.first_result,
    finalAttitude: row.final_attitude,
    finalResult: row.final_result,
    transfers: row.transfers,
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
  for (const { suggestion: row, requests } of played) {
    if (row.submitted_on === null) continue
    const found = {
      id: row.id,
      title: row.title,
      matter: row.matter,
      isPublic: row.is_public,
      isConfidential: row.is_confidential,
      publicSummary: row.public_summary,
    }
    const texts = requests.map((it) => it.text)
    await indexInternally(tx, found, texts)
    if (row.reference && row.status !== 'withdrawn') await indexPublicly(tx, found, texts)
  }
}
