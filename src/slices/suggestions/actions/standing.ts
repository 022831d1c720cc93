import type { Tx } from '#lib/db/tx.ts'
import type { Status } from '../contract.ts'
import { listHandlers } from '../handling-store.ts'
import { answering, progress } from '../rules/handling.ts'

/** Where a suggestion stands after one unit's part was changed: its status, and the unit that leads it in lists and figures. */
export async function standing(tx: Tx, id: string): Promise<{ status: Status; unitId: string | null }> {
  const handlers = await listHandlers(tx, id)
  return { status: progress(handlers), unitId: answering(handlers)[0]?.unitId ?? null }
}
