import type { Act } from '#kernel/identity/act.ts'
import { newId } from '#lib/id.ts'
import { Problem } from '#lib/http/problem.ts'
import { MOST_SAVED, type SaveFilterInput } from './contract.ts'
import { insertFilter, listFilters, replaceFilter } from './store.ts'

/** Two tabs may race for a slot or a name; whoever comes second looks again. More than a few rounds need more tabs than slots. */
const ROUNDS = MOST_SAVED

/** Keeps a query under a name. No event: it is a convenience of one person and says nothing about the work. */
export async function saveFilter({ tx, actor, now }: Act, filter: SaveFilterInput): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (await replaceFilter(tx, actor.id, filter, now)) return
    if (await insertFilter(tx, actor.id, newId(), filter, now)) return
    if ((await listFilters(tx, actor.id)).length >= MOST_SAVED) break
  }
  throw new Problem(409, 'too-many-filters', `常用筛选最多 ${MOST_SAVED} 个。请先删除一个不用的，再保存。`)
}
