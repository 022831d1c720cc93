import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { KnownUnit } from './rules/unit-duties.ts'

export interface ModelRow {
  version: number
  format: number
  handOvers: number
  fingerprint: string
  learntAt: Date
}

/** What was learnt last, without its bytes; undefined before the first time. */
export function findModel(tx: Tx): Promise<ModelRow | undefined> {
  return models(tx).where('version', '>', 0).executeTakeFirst()
}

export async function loadModel(tx: Tx): Promise<Buffer> {
  const row = await tx.db
    .selectFrom('suggestions.unit_model')
    .select('model')
    .where('congress_id', '=', tx.congressId)
    .executeTakeFirstOrThrow()
  return row.model
}

/** Takes the row to learn into; a second worker waits here until the first has written, and then finds nothing left to do. */
export async function claimModel(tx: Tx, now: Date): Promise<ModelRow> {
  const empty = { version: 0, format: 0, hand_overs: 0, fingerprint: '', learnt_at: now, model: Buffer.alloc(0) }
  await tx.db
    .insertInto('suggestions.unit_model')
    .values({ congress_id: tx.congressId, ...empty })
    .onConflict((conflict) => conflict.column('congress_id').doNothing())
    .execute()
  return models(tx).forUpdate().executeTakeFirstOrThrow()
}

/** The row must be claimed. */
export async function saveModel(tx: Tx, it: ModelRow & { model: Buffer }): Promise<void> {
  const { version, format, handOvers, fingerprint, learntAt, model } = it
  await tx.db
    .updateTable('suggestions.unit_model')
    .set({ version, format, hand_overs: handOvers, fingerprint, learnt_at: learntAt, model })
    .where('congress_id', '=', tx.congressId)
    .execute()
}

function models(tx: Tx) {
  return tx.db
    .selectFrom('suggestions.unit_model')
    .select(['version', 'format', 'hand_overs as handOvers', 'fingerprint', 'learnt_at as learntAt'])
    .where('congress_id', '=', tx.congressId)
}

/** A hand-over that stood: who was given what to answer. */
export interface HandOver {
  id: string
  unitId: string
  title: string
  text: string
}

const LENGTH = 800

/** The newest hand-overs of this congress, without what is confidential, withdrawn, taken back as an import or objected to. */
export async function listHandOvers(tx: Tx, most: number): Promise<HandOver[]> {
  const { rows } = await sql<HandOver>`
    select s.id, n.unit_id as "unitId", s.title, left(s.matter || E'\n' || coalesce((select string_agg(q.text, E'\n' order by q.ordinal)
      from suggestions.request q where q.congress_id = s.congress_id and q.suggestion_id = s.id), ''), ${LENGTH}) as text
    from (${newestOf(tx, most)}) n
    join suggestions.suggestion s on s.congress_id = ${tx.congressId} and s.id = n.suggestion_id
    where not s.is_confidential and not s.is_undone and s.status <> 'withdrawn'
    order by s.id, n.unit_id`.execute(tx.db)
  return rows
}

/** How many there are to learn from, at most `most`. */
export async function countHandOvers(tx: Tx, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${newestOf(tx, most)}) n`.execute(tx.db)
  return rows[0]?.count ?? 0
}

function newestOf(tx: Tx, most: number) {
  return sql`select h.suggestion_id, h.unit_id from suggestions.handling h
    where h.congress_id = ${tx.congressId} and h.part <> 'co' and h.part <> 'letter' and h.status not in ('objected', 'released')
    order by h.handed_over_on desc, h.suggestion_id desc limit ${most}`
}

/** Every unit that is in being on `day`, with its declared duties. */
export function listUnitsWithDuties(tx: Tx, day: string): Promise<(KnownUnit & { isOwnBody: boolean })[]> {
  return (
    tx.db
      .selectFrom('congress.unit')
      .select(['id', 'name', 'duties'])
      // Bodies of the congress itself: what they were given counts, what they are there for does not make them a handling unit.
      .select(sql<boolean>`kind in ('standing_committee', 'working_body', 'special_committee')`.as('isOwnBody'))
      .where('congress_id', '=', tx.congressId)
      .where('starts_on', '<=', day)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', day)]))
      .orderBy('id')
      .execute()
  )
}
