import type { Tx } from '#lib/db/tx.ts'
import type { PublicItem, Summary } from './contract.ts'
import { summarise } from './reading.ts'
import { list } from './list-store.ts'
import { toPublicItem } from './views.ts'

/** The newest public suggestions with the figures of the whole congress, for the home page. */
export async function latestPublic(tx: Tx, count: number): Promise<{ items: PublicItem[]; summary: Summary }> {
  const rows = await list(tx, { kind: 'public' }, { limit: count - 1 })
  return { items: rows.map(toPublicItem), summary: await summarise(tx) }
}
