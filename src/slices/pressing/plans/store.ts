import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Scope } from '../linked.ts'
import type { PlanEdit } from './contract.ts'

/** One handling plan of a unit with the ids of its suggestions, in the order in which they came in. */
export interface Plan {
  id: string
  title: string
  unitId: string
  unitName: string
  text: string
  replyText: string
  version: number
  memberIds: string[]
}

export function find(tx: Tx, id: string): Promise<Plan | undefined> {
  return plans(tx).where('p.id', '=', id).executeTakeFirst()
}

/** A suggestion is in one plan at most. */
export function findOf(tx: Tx, suggestionId: string): Promise<Plan | undefined> {
  return plans(tx)
    .where(
      sql<boolean>`exists (select from pressing.plan_member m
        where m.congress_id = p.congress_id and m.plan_id = p.id and m.suggestion_id = ${suggestionId})`,
    )
    .executeTakeFirst()
}

export async function lock(tx: Tx, id: string): Promise<Plan | undefined> {
  await tx.db
    .selectFrom('pressing.plan')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

/** Newest first, one row more than `limit`. */
export function list(tx: Tx, scope: Scope, query: { limit: number; cursor?: string | undefined }): Promise<Plan[]> {
  return inScope(plans(tx), scope)
    .$if(query.cursor !== undefined, (q) => q.where('p.id', '<', query.cursor!))
    .orderBy('p.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export async function insert(tx: Tx, row: { id: string; unitId: string; input: PlanEdit; at: Date }): Promise<void> {
  const { id, unitId, input, at } = row
  await tx.db
    .insertInto('pressing.plan')
    .values({ congress_id: tx.congressId, id, unit_id: unitId, ...written(input), created_at: at })
    .execute()
}

export async function rewrite(tx: Tx, it: Plan, input: PlanEdit): Promise<void> {
  await tx.db
    .updateTable('pressing.plan')
    .set({ ...written(input), version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

/** Answers those that were taken in; a suggestion that is in a plan already, this or another, is not. */
export async function insertMembers(tx: Tx, planId: string, suggestionIds: readonly string[], on: string): Promise<string[]> {
  if (suggestionIds.length === 0) return []
  const rows = suggestionIds.map((id) => ({ congress_id: tx.congressId, plan_id: planId, suggestion_id: id, added_on: on }))
  const taken = await tx.db
    .insertInto('pressing.plan_member')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('suggestion_id')
    .execute()
  return taken.map((it) => it.suggestion_id)
}

export async function deleteMember(tx: Tx, planId: string, suggestionId: string): Promise<void> {
  await tx.db
    .deleteFrom('pressing.plan_member')
    .where('congress_id', '=', tx.congressId)
    .where('plan_id', '=', planId)
    .where('suggestion_id', '=', suggestionId)
    .execute()
}

function written({ title, text, replyText }: PlanEdit) {
  return { title, text, reply_text: replyText }
}

function inScope(query: ReturnType<typeof plans>, scope: Scope): ReturnType<typeof plans> {
  if (scope.kind === 'all') return query
  return query.where(
    sql<boolean>`(p.unit_id = ${scope.unitId}::uuid or exists (select from pressing.plan_member m
      where m.congress_id = p.congress_id and m.plan_id = p.id and m.suggestion_id = any(${[...scope.suggestionIds]}::uuid[])))`,
  )
}

function plans(tx: Tx) {
  return tx.db
    .selectFrom('pressing.plan as p')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'p.congress_id').onRef('u.id', '=', 'p.unit_id'))
    .where('p.congress_id', '=', tx.congressId)
    .select(['p.id', 'p.title', 'p.unit_id as unitId', 'u.name as unitName', 'p.text', 'p.reply_text as replyText', 'p.version'])
    .select(
      sql<string[]>`array(select m.suggestion_id::text from pressing.plan_member m
        where m.congress_id = p.congress_id and m.plan_id = p.id order by m.added_on, m.suggestion_id)`.as('memberIds'),
    )
}
