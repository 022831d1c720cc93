import { sql } from 'kysely'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'

import { measures, type Measured } from '../rules/measures.ts'
import type { ClassMeaning } from '../rules/profile.ts'
import { insertParts, removeParts } from './history-parts-store.ts'
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

/** What the rules of the place say: the year it belongs to, whether its reply came late, and what its class means everywhere. */
export interface Judged {
  readonly year: number
  readonly wasLate: boolean | null
  readonly replyMeaning: ClassMeaning | null
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
  given: { before: Taken | undefined; judged: Judged; profileVersion: number; at: Date },
): Promise<number> {
  const version = (given.before?.version ?? 0) + 1
  const before = given.before ? await measuredOf(tx, id) : []
  if (given.before) await removeParts(tx, id)
  const row = {
    ...columnsOf(it, given.profileVersion),
    ...figuresOf(it, given.judged),
    version,
    imported_version: version,
    is_undone: false,
  }
  const key = { congress_id: tx.congressId, id }
  await tx.db
    .insertInto('suggestions.suggestion')
    .values({ ...key, ...row, created_at: given.at })
    .onConflict((conflict) => conflict.columns(['congress_id', 'id']).doUpdateSet(row))
    .execute()
  await insertParts(tx, id, it)
  await appendMeasures(tx, change(before, measures(measuredIn(it, given.judged))))
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
      first_replied_on: null,
      was_late: null,
      reply_meaning: null,
      first_result: null,
      final_attitude: null,
      final_result: null,
      version: version + 1,
      imported_version: version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
  await appendMeasures(tx, change(before, []))
  return version + 1
}

/** What the figures are counted from, on the row itself. */
function figuresOf(it: History, judged: Judged) {
  const { firstResult, finalAttitude, finalResult } = finalOf(it)
  return {
    year: judged.year,
    first_replied_on: it.reply?.on ?? null,
    was_late: judged.wasLate,
    reply_meaning: judged.replyMeaning,
    first_result: firstResult,
    final_attitude: finalAttitude,
    final_result: finalResult,
  }
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

async function measuredOf(tx: Tx, id: string) {
  const { rows } = await sql<Measured>`
    select status, unit_id as "unitId", is_confidential as "isConfidential", year, handed_over_on as "handedOverOn", replied_on as "repliedOn", met_on as "metOn",
      was_late as "wasLate", reply_meaning as "replyMeaning", first_result as "firstResult", final_attitude as "finalAttitude",
      final_result as "finalResult", transfers
    from suggestions.suggestion where congress_id = ${tx.congressId} and id = ${id}`.execute(tx.db)
  return rows.flatMap(measures)
}

function measuredIn(it: History, judged: Judged): Measured {
  const { status, handedOverOn } = it
  const [unitId = null] = it.unitIds
  const days = { handedOverOn, repliedOn: it.reply?.on ?? null, metOn: null }
  return { status, unitId, isConfidential: false, ...days, transfers: 0, ...judged, ...finalOf(it) }
}

/** Ratings count once they are final: the case is closed. */
function finalOf({ status, rating }: History): Pick<Measured, 'firstResult' | 'finalAttitude' | 'finalResult'> {
  if (status !== 'closed' || !rating) return { firstResult: null, finalAttitude: null, finalResult: null }
  return { firstResult: rating.result, finalAttitude: rating.attitude, finalResult: rating.result }
}
