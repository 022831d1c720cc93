import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Scope } from '../linked.ts'
import type { Choice, Satisfied, VisitRecord, VisitStatus } from './contract.ts'

/** A follow-up visit, due or made. */
export interface Visit {
  id: string
  suggestionId: string
  unitId: string | null
  unitName: string | null
  dueOn: string
  status: VisitStatus
  visitedOn: string | null
  visitors: string | null
  said: string | null
  choices: Choice[]
  residents: Satisfied | null
  version: number
}

export async function lock(tx: Tx, id: string): Promise<Visit | undefined> {
  await tx.db
    .selectFrom('pressing.visit')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export function find(tx: Tx, id: string): Promise<Visit | undefined> {
  return visits(tx).where('v.id', '=', id).executeTakeFirst()
}

export interface VisitFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly status?: VisitStatus | undefined
  /** Due on or before this day; of those that are due. */
  readonly dueBy?: string | undefined
}

/** Newest first, one row more than `limit`. */
export function list(tx: Tx, scope: Scope, query: VisitFilter): Promise<Visit[]> {
  return inScope(visits(tx), scope)
    .$if(query.status !== undefined, (q) => q.where('v.status', '=', query.status!))
    .$if(query.dueBy !== undefined, (q) => q.where('v.status', '=', 'due').where('v.due_on', '<=', query.dueBy!))
    .$if(query.cursor !== undefined, (q) => q.where('v.id', '<', query.cursor!))
    .orderBy('v.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<Visit[]> {
  return visits(tx).where('v.suggestion_id', '=', suggestionId).orderBy('v.due_on').orderBy('v.id').execute()
}

export async function countVisits(tx: Tx, today: string): Promise<{ due: number; overdue: number; made: number }> {
  const row = await tx.db
    .selectFrom('pressing.visit')
    .select([
      sql<number>`count(*) filter (where status = 'due')::int`.as('due'),
      sql<number>`count(*) filter (where status = 'due' and due_on < ${today}::date)::int`.as('overdue'),
      sql<number>`count(*) filter (where status = 'made')::int`.as('made'),
    ])
    .where('congress_id', '=', tx.congressId)
    .executeTakeFirst()
  return row ?? { due: 0, overdue: 0, made: 0 }
}

export async function insert(
  tx: Tx,
  row: { id: string; suggestionId: string; unitId: string | null; dueOn: string; at: Date },
): Promise<void> {
  const { id, suggestionId, unitId, dueOn, at } = row
  await tx.db
    .insertInto('pressing.visit')
    .values({
      congress_id: tx.congressId,
      id,
      suggestion_id: suggestionId,
      unit_id: unitId,
      due_on: dueOn,
      status: 'due',
      created_at: at,
    })
    .execute()
}

export async function saveMade(tx: Tx, it: Visit, made: VisitRecord): Promise<void> {
  const { visitedOn, visitors, said, choices, residents } = made
  await tx.db
    .updateTable('pressing.visit')
    .set({
      status: 'made',
      visited_on: visitedOn,
      visitors,
      said,
      choices: JSON.stringify(choices),
      satisfied: residents?.satisfied ?? null,
      basically_satisfied: residents?.basicallySatisfied ?? null,
      dissatisfied: residents?.dissatisfied ?? null,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

function inScope(query: ReturnType<typeof visits>, scope: Scope): ReturnType<typeof visits> {
  if (scope.kind === 'all') return query
  return query.where(sql<boolean>`v.suggestion_id = any(${[...scope.suggestionIds]}::uuid[])`)
}

function visits(tx: Tx) {
  return tx.db
    .selectFrom('pressing.visit as v')
    .leftJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'v.congress_id').onRef('u.id', '=', 'v.unit_id'))
    .where('v.congress_id', '=', tx.congressId)
    .select(['v.id', 'v.suggestion_id as suggestionId', 'v.unit_id as unitId', 'u.name as unitName', 'v.due_on as dueOn'])
    .select(['v.visited_on as visitedOn', 'v.visitors', 'v.said', 'v.version'])
    .select(sql<VisitStatus>`v.status`.as('status'))
    .select(sql<Choice[]>`v.choices`.as('choices'))
    .select(
      sql<Satisfied | null>`case when v.satisfied is null then null else json_build_object('satisfied', v.satisfied,
        'basicallySatisfied', v.basically_satisfied, 'dissatisfied', v.dissatisfied) end`.as('residents'),
    )
}
