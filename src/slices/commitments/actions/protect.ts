import type { Tx } from '#lib/db/tx.ts'
import { lockAllOf, save } from '../store.ts'

/** What was promised to a confidential suggestion is as confidential as it is; the suggestion's event says who decided so. */
export async function protectCommitments(tx: Tx, suggestionId: string, isConfidential: boolean): Promise<void> {
  for (const it of await lockAllOf(tx, suggestionId)) await save(tx, it, { isConfidential })
}
