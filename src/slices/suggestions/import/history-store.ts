import { sql } from 'kysely'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'

import { measures, type Measured } from '../rules/measures.ts'
import type { History } from './rules/history-row.ts'

/** A suggestion under a number that an import wants. */
export interface Taken {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly version: number
  /** Written by an import and touched by nobody since. */
  readonly isUntouched: boolean
  readonly isUndone: boolean
}

const takenColumns = sql`id, reference, title, version, imported_version is not distinct from version as "isUntouched", is_undone as "isUndone"`

/** Who has these numbers already, by reference. */
export async function findTaken(tx: Tx, references: readonly string[]): Promise<Map<string, Taken>> {
  const { rows } = await sql<Taken>`
    select ${takenColumns} from suggestions.suggestion
    where congress_id = ${tx.congressId} and reference = any(${[...references]}::text[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.reference, row]))
}

/** The same for what was imported, by id. */
export async function listTaken(tx: Tx, ids: readonly string[]): Promise<Map<string, Taken>> {
  const { rows } = await sql<Taken>`
    select ${takenColumns} from suggestions.suggestion
    where congress_id = ${tx.congressId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Keeps registrars out until the transaction ends, and the series behind the number: it is never given again. */
export async function takeNumberOf(tx: Tx, { series, number }: Pick<History, 'series' | 'number'>): Promise<void> {
  await sql`
    insert into suggestions.number_series (congress_id, series, last_number) values (${tx.congressId}, ${series}, ${number})
    on conflict (congress_id, series)
      do update set last_number = greatest(suggestions.number_series.last_number, excluded.last_number)`.execute(tx.db)
}

/** Writes a suggestion as a whole: a new row, or the row that an import wrote before. Answers its version. */
export async function writeHistory(
  tx: Tx,
  id: string,
  it: History,
  given: { before: Taken | undefined; profileVersion: number; at: Date },
): Promise<number> {
  const version = (given.before?.version ?? 0) + 1
  const before = given.before ? await measuredOf(tx, id) : []
  if (given.before) await removeParts(tx, id)
  const row = { ...columnsOf(it, given.profileVersion), version, imported_version: version, is_undone: false }
  const key = { congress_id: tx.congressId, id }
  await tx.db
    .insertInto('suggestions.suggestion')
    .values({ ...key, ...row, created_at: given.at })
    .onConflict((conflict) => conflict.columns(['congress_id', 'id']).doUpdateSet(row))
    .execute()
  await insertParts(tx, id, it)
  await appendMeasures(tx, change(before, measures(measuredIn(it))))
  return version
}

/** Leaves the number and nothing else, out of every list; it may be imported again. Answers the version. */
export async function hide(tx: Tx, { id, version }: Taken): Promise<number> {
  const before = await measuredOf(tx, id)
  await removeParts(tx, id)
  await tx.db
    .updateTable('suggestions.suggestion')
    .set({
      status: 'draft',
      is_undone: true,
      matter: '',
      unit_id: null,
      handed_over_on: null,
      round_started_on: null,
      replied_on: null,
      rated_on: null,
      version: version + 1,
      imported_version: version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
  await appendMeasures(tx, change(before, []))
  return version + 1
}

function columnsOf(it: History, profileVersion: number) {
  const { term, session, series, number, reference, title, matter, category, status } = it
  return {
    term,
    session,
    series,
    number,
    reference,
    title,
    matter,
    category,
    status,
    lead_deputy_id: it.leadDeputyId,
    is_public: it.isPublic,
    unit_id: it.unitIds[0] ?? null,
    profile_version: it.handedOverOn === null ? null : profileVersion,
    submitted_on: it.submittedOn,
    handed_over_on: it.handedOverOn,
    round_started_on: it.handedOverOn,
    replied_on: it.reply?.on ?? null,
    rated_on: it.rating?.on ?? null,
  }
}

/** Tables of earlier years know neither who signed nor whom to ask, and a reply is one text, not one for each request. */
const NOT_TOLD = '未登记'
const WHOLE = '见答复正文。'

async function insertParts(tx: Tx, id: string, it: History): Promise<void> {
  const key = { congress_id: tx.congressId, suggestion_id: id }
  const requests = it.requests.map((text, at) => ({ ...key, ordinal: at + 1, text }))
  if (requests.length > 0) await tx.db.insertInto('suggestions.request').values(requests).execute()
  const [unitId] = it.unitIds
  if (!it.reply || unitId === undefined) return
  const { on, class: classOf, documentNumber, text } = it.reply
  const reply = { ...key, round: 1, unit_id: unitId, class: classOf, document_number: documentNumber, text, replied_on: on }
  await tx.db
    .insertInto('suggestions.reply')
    .values({ ...reply, signer: NOT_TOLD, contact: NOT_TOLD })
    .execute()
  const points = (it.requests.length > 0 ? it.requests : ['']).map((_, at) => ({
    ...key,
    round: 1,
    ordinal: at + 1,
    text: WHOLE,
  }))
  await tx.db.insertInto('suggestions.reply_point').values(points).execute()
  if (!it.rating) return
  const { attitude, result } = it.rating
  const rating = { ...key, round: 1, attitude, result, reason: '', rated_on: it.rating.on }
  await tx.db.insertInto('suggestions.rating').values(rating).execute()
}

/** The database lets these go only where an import wrote them and nobody touched the suggestion since (migration 0061). */
async function removeParts(tx: Tx, id: string): Promise<void> {
  for (const table of ['rating', 'reply_point', 'reply', 'request'] as const) {
    await tx.db
      .deleteFrom(`suggestions.${table}`)
      .where('congress_id', '=', tx.congressId)
      .where('suggestion_id', '=', id)
      .execute()
  }
}

/** A suggestion as an import would write it: what undoing a later import puts back. */
export async function readHistory(tx: Tx, id: string): Promise<History> {
  const { rows } = await sql<History>`
    select s.term, s.session, s.series, s.number, s.reference, s.title, s.matter, s.status, s.category,
      s.lead_deputy_id as "leadDeputyId", '[]'::json as "jointDeputyIds", s.is_public as "isPublic", s.submitted_on as "submittedOn",
      s.handed_over_on as "handedOverOn", case when s.unit_id is null then '[]'::json else json_build_array(s.unit_id) end as "unitIds",
      (select coalesce(json_agg(q.text order by q.ordinal), '[]') from suggestions.request q
        where q.congress_id = s.congress_id and q.suggestion_id = s.id) as requests,
      (select json_build_object('on', r.replied_on, 'class', r.class, 'documentNumber', r.document_number, 'text', r.text)
        from suggestions.reply r where r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1) as reply,
      (select json_build_object('on', r.rated_on, 'attitude', r.attitude, 'result', r.result)
        from suggestions.rating r where r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1) as rating
    from suggestions.suggestion s where s.congress_id = ${tx.congressId} and s.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Error('No such suggestion')
  return rows[0]
}

async function measuredOf(tx: Tx, id: string) {
  const { rows } = await sql<Measured>`
    select status, unit_id as "unitId", handed_over_on as "handedOverOn", replied_on as "repliedOn"
    from suggestions.suggestion where congress_id = ${tx.congressId} and id = ${id}`.execute(tx.db)
  return rows.flatMap(measures)
}

function measuredIn({ status, unitIds, handedOverOn, reply }: History): Measured {
  return { status, unitId: unitIds[0] ?? null, handedOverOn, repliedOn: reply?.on ?? null }
}
