import { listEvents } from '#kernel/audit/api.ts'
import { totalsOf } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { cutPage } from '#lib/http/page.ts'
import { dated, loadClock } from './clock.ts'
import type { ListQuery, PublicDetail, PublicItem, Summary } from './contract.ts'
import { list } from './list-store.ts'
import { findParts } from './parts-store.ts'
import { readDimension } from './rules/measures.ts'
import { find, findByReference, type Suggestion } from './store.ts'
import { toPublicDetail, toPublicItem, toSummary } from './views.ts'

/** Nobody outside knows of a suggestion that is confidential, taken back, or not registered yet. */
export async function isKept(tx: Tx, id: string): Promise<boolean> {
  const it = await find(tx, id)
  return !it || it.reference === null || isHidden(it)
}

function isHidden({ status, isConfidential }: Pick<Suggestion, 'status' | 'isConfidential'>): boolean {
  return status === 'withdrawn' || isConfidential
}

/** One suggestion as anybody may read it. What is confidential, or taken back, is as if it had never been (404). */
export async function publicDetail(reading: { tx: Tx; now: Date; locale: Locale }, reference: string): Promise<PublicDetail> {
  return (await publicCase(reading, reference)).it
}

/** The same with its id, by which a page finds what other modules have to tell of it. */
export async function publicCase(
  { tx, now, locale }: { tx: Tx; now: Date; locale: Locale },
  reference: string,
): Promise<{ id: string; it: PublicDetail }> {
  const it = await findByReference(tx, reference)
  if (!it || isHidden(it)) throw notFound('这件建议')
  const clock = await loadClock(tx, toBeijingDate(now), locale)
  const shown = toPublicDetail(it, await findParts(tx, it.id), await listEvents(tx, it.id), locale, clock)
  return { id: it.id, it: shown }
}

/** One page of what anybody may read, newest first; shared by the API, the pages and the files. */
export async function publicList(
  { tx, now }: { tx: Tx; now: Date },
  query: ListQuery,
): Promise<{ items: PublicItem[]; next: string | null }> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const page = cutPage(await list(tx, { kind: 'public' }, dated(query, clock)), query.limit, (it) => it.id)
  return { items: page.items.map(toPublicItem), next: page.next }
}

/** The figures of A1.7 for the whole congress, from the running totals; what is confidential is counted for its readers alone. */
export async function summarise(tx: Tx, seesConfidential = false): Promise<Summary> {
  const all = await totalsOf(tx, ['suggestion.status', 'suggestion.handed_over', 'suggestion.replied'])
  const byKey = (metric: string): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>()
    for (const [dimension, amount] of all.get(metric) ?? []) {
      const { key, isConfidential } = readDimension(dimension)
      if (seesConfidential || !isConfidential) sums.set(key, (sums.get(key) ?? 0) + amount)
    }
    return sums
  }
  const sum = (it: ReadonlyMap<string, number>): number => [...it.values()].reduce((total, one) => total + one, 0)
  return toSummary(byKey('suggestion.status'), sum(byKey('suggestion.handed_over')), sum(byKey('suggestion.replied')))
}
