import { listCongresses } from '#kernel/congress/api.ts'
import { inCongress } from '#lib/db/tx.ts'
import { reindexSuggestions } from '#slices/suggestions/api.ts'
import { say } from './say.ts'
import { withDatabase } from './with-database.ts'

/** Builds the search entries anew from the cases; what can be found never depends on history. */
export async function reindexCommand(): Promise<number> {
  await withDatabase(async ({ database }) => {
    for (const { id, name } of await listCongresses(database)) {
      const count = await inCongress(database, id, reindexSuggestions)
      say.info(`${name}：${count} 件建议已重建检索`)
    }
  })
  return 0
}
