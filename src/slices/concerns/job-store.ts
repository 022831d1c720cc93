import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { running } from './rules/lifecycle.ts'
import { concerns, type Concern } from './store.ts'

type Page = { readonly on: string; readonly id: string } | undefined

/** What waits for a unit's answer and is due by a day, the nearest first; `after` is the last row of the page before. */
export function listDueBy(tx: Tx, lastDay: string, after: Page, limit: number): Promise<Concern[]> {
  return concerns(tx)
    .where('c.status', 'in', [...running])
    .where('c.due_on', '<=', lastDay)
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(c.due_on, c.id) > (${after!.on}::date, ${after!.id}::uuid)`))
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

/** Answers on which the deputy has said nothing until yesterday; those that were let go fall out of it by themselves. */
export function listSilent(tx: Tx, today: string, limit: number): Promise<Concern[]> {
  return concerns(tx)
    .where('c.status', '=', 'answered')
    .where('c.confirm_by', '<', today)
    .orderBy('c.confirm_by')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}
