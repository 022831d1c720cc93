import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { amend } from './amend.ts'
import type { categoriesApi } from './endpoints.ts'
import { readDictionary } from './reading.ts'
import { add, move, rename, restore, retire } from './rules/amend.ts'

/** What these routes need of a request. */
interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly ifMatch: number | null
}

export const categoryHandlers: Handlers<Reading, typeof categoriesApi> = {
  listCategories: ({ tx }) => readDictionary(tx),
  listPublicCategories: ({ tx }) => readDictionary(tx),
  addCategory: (context, { body }) => amend(actOf(context), context.ifMatch, (it) => add(it, body)),
  renameCategory: (context, { params, body }) => amend(actOf(context), context.ifMatch, (it) => rename(it, params.code, body)),
  moveCategory: (context, { params, body }) => amend(actOf(context), context.ifMatch, (it) => move(it, params.code, body)),
  retireCategory: (context, { params }) =>
    amend(actOf(context), context.ifMatch, (it) => retire(it, params.code, toBeijingDate(context.now))),
  restoreCategory: (context, { params }) => amend(actOf(context), context.ifMatch, (it) => restore(it, params.code)),
}

function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
