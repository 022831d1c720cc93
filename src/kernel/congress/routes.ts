import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { congressApi } from './endpoints.ts'
import { findDeputies, listUnits } from './store.ts'

export const congressHandlers: Handlers<{ tx: Tx; now: Date }, typeof congressApi> = {
  findDeputies: async ({ tx, now }, { query }) => ({ items: await findDeputies(tx, query.q, toBeijingDate(now)) }),
  listUnits: async ({ tx, now }) => ({ items: await listUnits(tx, toBeijingDate(now)) }),
}
