import { listEvents } from '#kernel/audit/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { cutPage } from '#lib/http/page.ts'
import { notFound } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { findBriefs } from '#slices/suggestions/api.ts'
import type { ListQuery, PublicDetail, PublicItem, Summary } from './contract.ts'
import { findMerged, findParts } from './decision-store.ts'
import { list } from './list-store.ts'
import { summaryOf } from './rules/measures.ts'
import { findByReference, type Motion } from './store.ts'
import { toPublicDetail, toPublicItem, type LinkedSuggestion, type MotionFile } from './views.ts'

/** A motion with all that belongs to it; what its suggestions are called is asked of their own slice. */
export async function openFile(tx: Tx, it: Motion): Promise<MotionFile> {
  const { links, ...parts } = await findParts(tx, it.id)
  return { it, ...parts, ...(await findMerged(tx, it.id, it.mainId)), links: await named(tx, links) }
}

async function named(tx: Tx, links: Awaited<ReturnType<typeof findParts>>['links']): Promise<LinkedSuggestion[]> {
  if (links.length === 0) return []
  const ids = links.map(({ suggestionId }) => suggestionId)
  const briefs = new Map((await findBriefs(tx, ids)).map((it) => [it.id, it]))
  return links.flatMap(({ suggestionId, kind }) => {
    const brief = briefs.get(suggestionId)
    if (!brief) return []
    const { id, reference, number, title, isConfidential, leadDeputyId, status } = brief
    return [{ id, reference, number, title, kind, isConfidential, leadDeputyId, isWithdrawn: status === 'withdrawn' }]
  })
}

/** One motion as anybody may read it; shared by the API and the portal page. */
export async function publicDetail({ tx, locale }: { tx: Tx; locale: Locale }, reference: string): Promise<PublicDetail> {
  const it = await findByReference(tx, reference)
  if (!it || it.status === 'withdrawn') throw notFound('这件议案')
  return toPublicDetail(await openFile(tx, it), await listEvents(tx, it.id), locale)
}

/** One page of what anybody may read, newest first. */
export async function publicList(tx: Tx, query: ListQuery): Promise<{ items: PublicItem[]; next: string | null }> {
  const rows = await list(tx, { kind: 'public' }, { ...query, turn: undefined })
  const page = cutPage(rows, query.limit, (it) => it.id)
  return { items: page.items.map(toPublicItem), next: page.next }
}

/** Received papers and what became of them, from the running totals. */
export async function summarise(tx: Tx): Promise<Summary> {
  return summaryOf(await totals(tx, 'motion.fate'))
}
