import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Scope } from '../linked.ts'
import type { GuidanceInput, Status } from './contract.ts'

/** A guidance notice about one suggestion to one unit. */
export interface Guidance {
  id: string
  suggestionId: string
  unitId: string
  unitName: string
  text: string
  /** The account that sent it and is told of the answer. */
  issuerId: string
  issuedOn: string
  dueOn: string
  status: Status
  acknowledgedOn: string | null
  answer: string | null
  answeredOn: string | null
  version: number
}

export async function lock(tx: Tx, id: string): Promise<Guidance | undefined> {
  await tx.db
    .selectFrom('pressing.guidance')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export function find(tx: Tx, id: string): Promise<Guidance | undefined> {
  return notices(tx).where('g.id', '=', id).executeTakeFirst()
}

/** Newest first, one row more than `limit`. */
export function list(
  tx: Tx,
  scope: Scope,
  query: { limit: number; cursor?: string | undefined; open?: 'yes' | undefined },
): Promise<Guidance[]> {
  return inScope(notices(tx), scope)
    .$if(query.open === 'yes', (q) => q.where('g.status', '<>', 'answered'))
    .$if(query.cursor !== undefined, (q) => q.where('g.id', '<', query.cursor!))
    .orderBy('g.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<Guidance[]> {
  return notices(tx).where('g.suggestion_id', '=', suggestionId).orderBy('g.id').execute()
}

export async function countOpen(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('pressing.guidance')
    .select(sql<number>`count(*)::int`.as('amount'))
    .where('congress_id', '=', tx.congressId)
    .where('status', '<>', 'answered')
    .executeTakeFirst()
  return row?.amount ?? 0
}

export async function insert(
  tx: Tx,
  row: { id: string; suggestionId: string; unitId: string; issuerId: string; input: GuidanceInput; on: string; at: Date },
): Promise<void> {
  const { id, suggestionId, unitId, issuerId, input, on, at } = row
  await tx.db
    .insertInto('pressing.guidance')
    .values({
      congress_id: tx.congressId,
      id,
      suggestion_id: suggestionId,
      unit_id: unitId,
      text: input.text,
      due_on: input.dueOn,
      issuer_id: issuerId,
      issued_on: on,
      status: 'issued',
      created_at: at,
    })
    .execute()
}

/** Writes a change of state. The row must be locked. */
export async function save(
  tx: Tx,
  it: Guidance,
  to: { status: Status; acknowledgedOn?: string; answer?: string; answeredOn?: string },
): Promise<void> {
  await tx.db
    .updateTable('pressing.guidance')
    .set({
      status: to.status,
      acknowledged_on: to.acknowledgedOn,
      answer: to.answer,
      answered_on: to.answeredOn,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

function inScope(query: ReturnType<typeof notices>, scope: Scope): ReturnType<typeof notices> {
  if (scope.kind === 'all') return query
  return query.where(
    sql<boolean>`(g.unit_id = ${scope.unitId}::uuid or g.suggestion_id = any(${[...scope.suggestionIds]}::uuid[]))`,
  )
}

function notices(tx: Tx) {
  return tx.db
    .selectFrom('pressing.guidance as g')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'g.congress_id').onRef('u.id', '=', 'g.unit_id'))
    .where('g.congress_id', '=', tx.congressId)
    .select([
      'g.id',
      'g.suggestion_id as suggestionId',
      'g.unit_id as unitId',
      'u.name as unitName',
      'g.text',
      'g.issuer_id as issuerId',
    ])
    .select(['g.issued_on as issuedOn', 'g.due_on as dueOn', 'g.acknowledged_on as acknowledgedOn', 'g.answer'])
    .select(['g.answered_on as answeredOn', 'g.version'])
    .select(sql<Status>`g.status`.as('status'))
}
