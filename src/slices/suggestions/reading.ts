import { listEvents } from '#kernel/audit/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { loadClock } from './clock.ts'
import type { PublicDetail, Summary } from './contract.ts'
import { findByReference, findParts } from './store.ts'
import { toPublicDetail, toSummary } from './views.ts'

/** One suggestion as anybody may read it; shared by the API and the portal page. */
export async function publicDetail(
  { tx, now, locale }: { tx: Tx; now: Date; locale: Locale },
  reference: string,
): Promise<PublicDetail> {
  const it = await findByReference(tx, reference)
  if (!it || it.status === 'withdrawn') throw notFound('这件建议')
  const { replyDueOf } = await loadClock(tx, toBeijingDate(now), locale)
  return toPublicDetail(it, await findParts(tx, it.id), await listEvents(tx, it.id), locale, replyDueOf)
}

/** The figures of A1.7 for the whole congress, from the running totals. */
export async function summarise(tx: Tx): Promise<Summary> {
  const sum = (it: ReadonlyMap<string, number>): number => [...it.values()].reduce((all, one) => all + one, 0)
  const byStatus = await totals(tx, 'suggestion.status')
  return toSummary(byStatus, sum(await totals(tx, 'suggestion.handed_over')), sum(await totals(tx, 'suggestion.replied')))
}
