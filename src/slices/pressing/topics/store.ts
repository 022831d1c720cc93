import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Named } from '../contract.ts'
import type { Scope } from '../linked.ts'
import type { Criterion, Means, Status, TopicEdit } from './contract.ts'
import { decidedStatuses } from './rules/lifecycle.ts'

/** A key topic with the names that people know and the ids of its suggestions, in the order in which they came in. */
export interface Topic {
  id: string
  title: string
  year: number
  reason: string
  criteria: Criterion[]
  means: Means[]
  leadCommitteeId: string
  leadCommitteeName: string
  leaderName: string
  status: Status
  decidedOn: string | null
  decision: string | null
  plan: string | null
  conclusion: string | null
  concludedOn: string | null
  dropReason: string | null
  version: number
  units: Named[]
  memberIds: string[]
}

export function find(tx: Tx, id: string): Promise<Topic | undefined> {
  return topics(tx).where('t.id', '=', id).executeTakeFirst()
}

/** Nobody else changes this topic or its members until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<Topic | undefined> {
  await tx.db
    .selectFrom('pressing.topic')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export interface TopicFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly year?: number | undefined
  readonly status?: Status | undefined
}

/** Newest first, one row more than `limit`. Outside the offices only what was decided. */
export function list(tx: Tx, scope: Scope, query: TopicFilter): Promise<Topic[]> {
  return inScope(topics(tx), scope)
    .$if(query.year !== undefined, (q) => q.where('t.year', '=', query.year!))
    .$if(query.status !== undefined, (q) => q.where('t.status', '=', query.status!))
    .$if(query.cursor !== undefined, (q) => q.where('t.id', '<', query.cursor!))
    .orderBy('t.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export const PUBLIC_TOPICS = 100

export function listDecided(tx: Tx): Promise<Topic[]> {
  return topics(tx)
    .where('t.status', 'in', decidedStatuses)
    .orderBy('t.decided_on', 'desc')
    .orderBy('t.id')
    .limit(PUBLIC_TOPICS)
    .execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<Topic[]> {
  return topics(tx)
    .where(
      sql<boolean>`exists (select from pressing.topic_member m
        where m.congress_id = t.congress_id and m.topic_id = t.id and m.suggestion_id = ${suggestionId})`,
    )
    .orderBy('t.id')
    .execute()
}

/** Of these suggestions, those in another topic that was decided as well; they stay 重点督办 when they leave this one. */
export async function heldElsewhere(tx: Tx, topicId: string, suggestionId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('pressing.topic_member as m')
    .innerJoin('pressing.topic as t', (join) =>
      join.onRef('t.congress_id', '=', 'm.congress_id').onRef('t.id', '=', 'm.topic_id'),
    )
    .select('t.id')
    .where('m.congress_id', '=', tx.congressId)
    .where('m.suggestion_id', '=', suggestionId)
    .where('t.id', '<>', topicId)
    .where('t.status', 'in', decidedStatuses)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insert(tx: Tx, row: { id: string; input: TopicEdit; at: Date }): Promise<void> {
  const { id, input, at } = row
  await tx.db
    .insertInto('pressing.topic')
    .values({ congress_id: tx.congressId, id, ...written(input), status: 'proposed', created_at: at })
    .execute()
  await insertUnits(tx, id, input.unitIds)
}

export async function rewrite(tx: Tx, it: Topic, input: TopicEdit): Promise<void> {
  await tx.db.deleteFrom('pressing.topic_unit').where('congress_id', '=', tx.congressId).where('topic_id', '=', it.id).execute()
  await tx.db
    .updateTable('pressing.topic')
    .set({ ...written(input), version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await insertUnits(tx, it.id, input.unitIds)
}

export type Change = Partial<Pick<Topic, 'decidedOn' | 'decision' | 'plan' | 'conclusion' | 'concludedOn' | 'dropReason'>> & {
  readonly status: Status
}

/** Writes a change of state. The row must be locked. */
export async function save(tx: Tx, it: Topic, to: Change): Promise<void> {
  await tx.db
    .updateTable('pressing.topic')
    .set({
      status: to.status,
      decided_on: to.decidedOn,
      decision: to.decision,
      plan: to.plan,
      conclusion: to.conclusion,
      concluded_on: to.concludedOn,
      drop_reason: to.dropReason,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

export async function insertMembers(tx: Tx, topicId: string, suggestionIds: readonly string[], on: string): Promise<void> {
  if (suggestionIds.length === 0) return
  const rows = suggestionIds.map((id) => ({ congress_id: tx.congressId, topic_id: topicId, suggestion_id: id, added_on: on }))
  await tx.db.insertInto('pressing.topic_member').values(rows).execute()
}

export async function deleteMember(tx: Tx, topicId: string, suggestionId: string): Promise<void> {
  await tx.db
    .deleteFrom('pressing.topic_member')
    .where('congress_id', '=', tx.congressId)
    .where('topic_id', '=', topicId)
    .where('suggestion_id', '=', suggestionId)
    .execute()
}

export async function insertReport(
  tx: Tx,
  topicId: string,
  row: { id: string; reportedOn: string; text: string },
): Promise<void> {
  const { id, reportedOn, text } = row
  await tx.db
    .insertInto('pressing.topic_report')
    .values({ congress_id: tx.congressId, id, topic_id: topicId, reported_on: reportedOn, text })
    .execute()
}

export function listReports(tx: Tx, topicId: string): Promise<{ id: string; reportedOn: string; text: string }[]> {
  return tx.db
    .selectFrom('pressing.topic_report')
    .select(['id', 'reported_on as reportedOn', 'text'])
    .where('congress_id', '=', tx.congressId)
    .where('topic_id', '=', topicId)
    .orderBy('reported_on')
    .orderBy('id')
    .execute()
}

export async function countByStatus(tx: Tx): Promise<Map<Status, number>> {
  const rows = await tx.db
    .selectFrom('pressing.topic')
    .select([sql<Status>`status`.as('status'), sql<number>`count(*)::int`.as('amount')])
    .where('congress_id', '=', tx.congressId)
    .groupBy('status')
    .execute()
  return new Map(rows.map(({ status, amount }) => [status, amount]))
}

/** How many suggestions the topics that were decided hold, each once. */
export async function countPressed(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('pressing.topic_member as m')
    .innerJoin('pressing.topic as t', (join) =>
      join.onRef('t.congress_id', '=', 'm.congress_id').onRef('t.id', '=', 'm.topic_id'),
    )
    .select(sql<number>`count(distinct m.suggestion_id)::int`.as('amount'))
    .where('m.congress_id', '=', tx.congressId)
    .where('t.status', 'in', decidedStatuses)
    .executeTakeFirst()
  return row?.amount ?? 0
}

function written(input: TopicEdit) {
  return {
    title: input.title,
    year: input.year,
    reason: input.reason,
    criteria: [...new Set(input.criteria)],
    means: [...new Set(input.means)],
    lead_committee_id: input.leadCommitteeId,
    leader_name: input.leaderName,
  }
}

async function insertUnits(tx: Tx, topicId: string, unitIds: readonly string[]): Promise<void> {
  const rows = [...new Set(unitIds)].map((id) => ({ congress_id: tx.congressId, topic_id: topicId, unit_id: id }))
  if (rows.length > 0) await tx.db.insertInto('pressing.topic_unit').values(rows).execute()
}

function inScope(query: ReturnType<typeof topics>, scope: Scope): ReturnType<typeof topics> {
  if (scope.kind === 'all') return query
  return query.where('t.status', 'in', decidedStatuses).where(
    sql<boolean>`(exists (select from pressing.topic_unit x where x.congress_id = t.congress_id and x.topic_id = t.id
        and x.unit_id = ${scope.unitId}::uuid)
      or exists (select from pressing.topic_member m where m.congress_id = t.congress_id and m.topic_id = t.id
        and m.suggestion_id = any(${[...scope.suggestionIds]}::uuid[])))`,
  )
}

function topics(tx: Tx) {
  return tx.db
    .selectFrom('pressing.topic as t')
    .innerJoin('congress.unit as c', (join) =>
      join.onRef('c.congress_id', '=', 't.congress_id').onRef('c.id', '=', 't.lead_committee_id'),
    )
    .where('t.congress_id', '=', tx.congressId)
    .select(['t.id', 't.title', 't.year', 't.reason', 't.lead_committee_id as leadCommitteeId', 'c.name as leadCommitteeName'])
    .select(['t.leader_name as leaderName', 't.decided_on as decidedOn', 't.decision', 't.plan', 't.conclusion', 't.version'])
    .select(['t.concluded_on as concludedOn', 't.drop_reason as dropReason'])
    .select(sql<Status>`t.status`.as('status'))
    .select(sql<Criterion[]>`t.criteria`.as('criteria'))
    .select(sql<Means[]>`t.means`.as('means'))
    .select(
      sql<Named[]>`(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.ordinal, u.id), '[]')
        from pressing.topic_unit x join congress.unit u on u.congress_id = x.congress_id and u.id = x.unit_id
        where x.congress_id = t.congress_id and x.topic_id = t.id)`.as('units'),
    )
    .select(
      sql<string[]>`array(select m.suggestion_id::text from pressing.topic_member m
        where m.congress_id = t.congress_id and m.topic_id = t.id order by m.added_on, m.suggestion_id)`.as('memberIds'),
    )
}
