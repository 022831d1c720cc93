import type { Tx } from '#lib/db/tx.ts'
import { lock, save } from '../store.ts'

/** 重点督办: a decided topic holds these suggestions, or holds them no longer. The topic records the event. */
export async function setKeySupervision(tx: Tx, ids: readonly string[], isKey: boolean): Promise<void> {
  for (const id of ids.toSorted()) {
    const it = await lock(tx, id)
    if (it && it.isKey !== isKey) await save(tx, it, { isKey })
  }
}
