export { draft as draftSuggestion } from './actions/draft.ts'
export { receiveFromMotion, type FromMotion } from './actions/receive-from-motion.ts'
export { noteContact, noteFaceContact } from './actions/note-contact.ts'
export { setKeySupervision } from './actions/set-key-supervision.ts'
export { unitsForText, type ProposedUnit } from './advice/unit-proposal.ts'
export { findBriefs, type Brief } from './brief-store.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { PublicItem, Summary } from './contract.ts'
import { summarise } from './reading.ts'
import { list } from './list-store.ts'
import { indexInternally, indexPublicly } from './search.ts'
import { listRequests } from './parts-store.ts'
import { toPublicItem } from './views.ts'

/** The newest public suggestions with the figures of the whole congress, for the home page. */
export async function latestPublic(tx: Tx, count: number): Promise<{ items: PublicItem[]; summary: Summary }> {
  const rows = await list(tx, { kind: 'public' }, { limit: count - 1 })
  return { items: rows.map(toPublicItem), summary: await summarise(tx) }
}

const REINDEX_BATCH = 200

/** Writes the search entries of every submitted suggestion anew; answers how many. Used after a bulk load and by `minyi reindex`. */
export async function reindexSuggestions(tx: Tx): Promise<number> {
  let count = 0
  let cursor: string | undefined
  for (;;) {
    const rows = await list(tx, { kind: 'office', seesConfidential: true }, { limit: REINDEX_BATCH - 1, cursor })
    for (const it of rows) {
      const requests = await listRequests(tx, it.id)
      await indexInternally(tx, it, requests)
      if (it.reference !== null && it.status !== 'withdrawn') await indexPublicly(tx, it, requests)
    }
    count += rows.length
    cursor = rows.at(-1)?.id
    if (rows.length < REINDEX_BATCH) return count
  }
}
