import { listEvents } from '#kernel/audit/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { cutPage } from '#lib/http/page.ts'
import { dated, loadClock } from './clock.ts'
import type { ListQuery, PublicDetail, PublicItem, Summary } from './contract.ts'
import { list } from './list-store.ts'
import { findParts } from './parts-store.ts'
import { findByReference } from './store.ts'
import { toPublicDetail, toPublicItem, toSummary } from './views.ts'

/** One suggestion as anybody may read it; shared by the API and the portal page. */
export async function publicDetail(
  { tx, now, locale }: { tx: Tx; now: Date; locale: Locale },
  reference: string,
): Promise<PublicDetail> {
  const it = await findByReference(tx, reference)
  if (!it || it.status === 'withdrawn' || it.isConfidential) throw notFound('这件建议')
  const { replyDueOf } = await loadClock(tx, toBeijingDate(now), locale)
  return toPublicDetail(it, await findParts(tx, it.id), await listEvents(tx, it.id), locale, replyDueOf)
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

/** The figures of A1.7 for the whole congress, from the running totals. */
export async function summarise(tx: Tx): Promise<Summary> {
  const sum = (it: ReadonlyMap<string, number>): number => [...it.values()].reduce((all, one) => all + one, 0)
  const byStatus = await totals(tx, 'suggestion.status')
  return toSummary(byStatus, sum(await totals(tx, 'suggestion.handed_over')), sum(await totals(tx, 'suggestion.replied')))
}
