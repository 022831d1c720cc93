import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import type { api, SavedFilters } from './contract.ts'
import { saveFilter } from './save-filter.ts'
import { deleteFilter, listFilters } from './store.ts'

interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
}

/** Every answer is the whole list of the person who asks, so that the chips need no second question. */
export const preferenceHandlers: Handlers<Reading, typeof api> = {
  listSavedFilters: (context) => mine(actOf(context)),
  saveFilter: async (context, { body }) => {
    await saveFilter(actOf(context), body)
    return mine(actOf(context))
  },
  removeFilter: async (context, { params }) => {
    const act = actOf(context)
    if (!(await deleteFilter(act.tx, act.actor.id, params.id))) throw notFound('这个常用筛选')
    return mine(act)
  },
}

async function mine({ tx, actor }: Act): Promise<SavedFilters> {
  return { items: await listFilters(tx, actor.id) }
}

function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '登录已过期或还没有登录。请登录后继续。')
  return { tx, actor, now }
}
