import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Scope } from '../linked.ts'
import type { Change, Kind, OutcomeInput, Status } from './contract.ts'

/** What came of suggestions; `change` is before → after where it was counted. */
export interface Outcome {
  id: string
  kind: Kind
  title: string
  measures: number | null
  change: Change | null
  evidence: string
  achievedOn: string
  status: Status
  publishedOn: string | null
  version: number
  suggestionIds: string[]
}

export function find(tx: Tx, id: string): Promise<Outcome | undefined> {
  return outcomes(tx).where('o.id', '=', id).executeTakeFirst()
}

export async function lock(tx: Tx, id: string): Promise<Outcome | undefined> {
  await tx.db
    .selectFrom('pressing.outcome')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export interface OutcomeFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly kind?: Kind | undefined
  readonly status?: Status | undefined
}

/** Newest first, one row more than `limit`. */
export function list(tx: Tx, scope: Scope, query: OutcomeFilter): Promise<Outcome[]> {
  return inScope(outcomes(tx), scope)
    .$if(query.kind !== undefined, (q) => q.where('o.kind', '=', query.kind!))
    .$if(query.status !== undefined, (q) => q.where('o.status', '=', query.status!))
    .$if(query.cursor !== undefined, (q) => q.where('o.id', '<', query.cursor!))
    .orderBy('o.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

/** Far more than a congress publishes in a term; the page shows a few at a time. */
export const PUBLIC_OUTCOMES = 1000

export function listPublished(tx: Tx): Promise<Outcome[]> {
  return outcomes(tx)
    .where('o.status', '=', 'published')
    .orderBy('o.achieved_on', 'desc')
    .orderBy('o.id')
    .limit(PUBLIC_OUTCOMES)
    .execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<Outcome[]> {
  return outcomes(tx)
    .where(
      sql<boolean>`exists (select from pressing.outcome_suggestion s
        where s.congress_id = o.congress_id and s.outcome_id = o.id and s.suggestion_id = ${suggestionId})`,
    )
    .orderBy('o.achieved_on')
    .orderBy('o.id')
    .execute()
}

/** Outcomes by kind with the measures of policies, counted from the rows. */
export async function countByKind(tx: Tx): Promise<{ kind: Kind; amount: number; measures: number }[]> {
  return tx.db
    .selectFrom('pressing.outcome')
    .select([
      sql<Kind>`kind`.as('kind'),
      sql<number>`count(*)::int`.as('amount'),
      sql<number>`coalesce(sum(measures), 0)::int`.as('measures'),
    ])
    .where('congress_id', '=', tx.congressId)
    .groupBy('kind')
    .execute()
}

export async function insert(tx: Tx, row: { id: string; input: OutcomeInput; at: Date }): Promise<void> {
  const { id, input, at } = row
  await tx.db
    .insertInto('pressing.outcome')
    .values({ congress_id: tx.congressId, id, ...written(input), status: 'recorded', created_at: at })
    .execute()
  await insertLinks(tx, id, input.suggestionIds)
}

export async function rewrite(tx: Tx, it: Outcome, input: OutcomeInput): Promise<void> {
  await tx.db
    .deleteFrom('pressing.outcome_suggestion')
    .where('congress_id', '=', tx.congressId)
    .where('outcome_id', '=', it.id)
    .execute()
  await tx.db
    .updateTable('pressing.outcome')
    .set({ ...written(input), version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await insertLinks(tx, it.id, input.suggestionIds)
}

export async function save(tx: Tx, it: Outcome, to: { status: Status; publishedOn: string | null }): Promise<void> {
  await tx.db
    .updateTable('pressing.outcome')
    .set({ status: to.status, published_on: to.publishedOn, version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

function written({ kind, title, measures, change, evidence, achievedOn }: OutcomeInput) {
  return {
    kind,
    title,
    measures,
    before_count: change?.before ?? null,
    after_count: change?.after ?? null,
    count_unit: change?.unit ?? null,
    evidence,
    achieved_on: achievedOn,
  }
}

async function insertLinks(tx: Tx, outcomeId: string, suggestionIds: readonly string[]): Promise<void> {
  const rows = [...new Set(suggestionIds)].map((id) => ({ congress_id: tx.congressId, outcome_id: outcomeId, suggestion_id: id }))
  await tx.db.insertInto('pressing.outcome_suggestion').values(rows).execute()
}

function inScope(query: ReturnType<typeof outcomes>, scope: Scope): ReturnType<typeof outcomes> {
  if (scope.kind === 'all') return query
  return query.where(
    sql<boolean>`exists (select from pressing.outcome_suggestion s where s.congress_id = o.congress_id and s.outcome_id = o.id
      and s.suggestion_id = any(${[...scope.suggestionIds]}::uuid[]))`,
  )
}

function outcomes(tx: Tx) {
  return tx.db
    .selectFrom('pressing.outcome as o')
    .where('o.congress_id', '=', tx.congressId)
    .select([
      'o.id',
      'o.title',
      'o.measures',
      'o.evidence',
      'o.achieved_on as achievedOn',
      'o.published_on as publishedOn',
      'o.version',
    ])
    .select(sql<Kind>`o.kind`.as('kind'))
    .select(sql<Status>`o.status`.as('status'))
    .select(
      sql<Change | null>`case when o.before_count is null then null
        else json_build_object('before', o.before_count, 'after', o.after_count, 'unit', o.count_unit) end`.as('change'),
    )
    .select(
      sql<string[]>`array(select s.suggestion_id::text from pressing.outcome_suggestion s
        where s.congress_id = o.congress_id and s.outcome_id = o.id order by s.suggestion_id)`.as('suggestionIds'),
    )
}
