import { sql } from 'kysely'
import { labelColumn } from '#kernel/categories/api.ts'
import type { CategoryLabel } from '#kernel/categories/contract.ts'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Draft, Part, Satisfaction, Status } from './contract.ts'
import { measures } from './rules/measures.ts'
import type { ClassMeaning } from './rules/profile.ts'

/** A suggestion with the names that people know and the facts that rules decide on. Dates are Beijing days. */
export interface Suggestion {
  id: string
  term: number
  session: number | null
  series: string
  number: number | null
  reference: string | null
  title: string
  matter: string
  category: CategoryLabel
  leadDeputyId: string
  deputyName: string
  proposedUnitId: string | null
  proposedUnitName: string | null
  isPublic: boolean
  status: Status
  unitId: string | null
  unitName: string | null
  profileVersion: number | null
  isDifficult: boolean
  round: number
  /** 年度 (`rules/year.ts`); null until it is handed in. */
  year: number | null
  submittedOn: string | null
  registeredOn: string | null
  handedOverOn: string | null
  /** Day 0 of the present round's reply clock: the hand-over, or the day it was handed back. */
  roundStartedOn: string | null
  acceptedOn: string | null
  repliedOn: string | null
  ratedOn: string | null
  closedOn: string | null
  version: number
  /** Of the words; a co-signer confirms one version. */
  textVersion: number
  isConfidential: boolean
  isKey: boolean
  /** How often it was handed on after an objection (往返次数). */
  transfers: number
  extendedMonths: number
  publicSummary: string | null
  withdrawalReason: string | null
  /** 发文字号 of the newest notice that handed it over, and its day. */
  noticeNumber: string | null
  noticedOn: string | null
  metOn: string | null
  firstRepliedOn: string | null
  wasLate: boolean | null
  replyMeaning: ClassMeaning | null
  firstResult: Satisfaction | null
  finalAttitude: Satisfaction | null
  finalResult: Satisfaction | null
  /** Units that handle it now, in the order of the hand-over. */
  unitIds: string[]
  /** What each of them does, in the same order; `letter` reads alone. */
  unitParts: (Part | 'letter')[]
  coUnits: string[]
  cosignerIds: string[]
  invited: number
  confirmed: number
  /** The rating of the present round. */
  attitude: Satisfaction | null
  result: Satisfaction | null
  /** When the office first opened what was submitted, and the rating of the present round. */
  seenAt: Date | null
  ratingOpenedAt: Date | null
}

export function find(tx: Tx, id: string): Promise<Suggestion | undefined> {
  return suggestions(tx).where('s.id', '=', id).executeTakeFirst()
}

export function findByReference(tx: Tx, reference: string): Promise<Suggestion | undefined> {
  return suggestions(tx).where('s.reference', '=', reference).executeTakeFirst()
}

/** The first of the four beats: nobody else changes this row until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<Suggestion | undefined> {
  await tx.db
    .selectFrom('suggestions.suggestion')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export async function insert(
  tx: Tx,
  row: { id: string; deputyId: string; period: { term: number; session: number | null }; series: string; draft: Draft; at: Date },
): Promise<void> {
  const { id, deputyId, period, series, draft, at } = row
  await tx.db
    .insertInto('suggestions.suggestion')
    .values({
      congress_id: tx.congressId,
      id,
      ...period,
      series,
      ...written(draft),
      lead_deputy_id: deputyId,
      status: 'draft',
      created_at: at,
    })
    .execute()
  await insertRequests(tx, id, draft.requests)
}

export async function rewrite(tx: Tx, it: Suggestion, draft: Draft, status: Status): Promise<void> {
  await tx.db
    .deleteFrom('suggestions.request')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', it.id)
    .execute()
  await tx.db
    .updateTable('suggestions.suggestion')
    .set({ ...written(draft), status, version: it.version + 1, text_version: it.textVersion + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await appendMeasures(tx, change(measures(it), measures({ ...it, status, isConfidential: draft.isConfidential })))
  await insertRequests(tx, it.id, draft.requests)
}

type Kept =
  | 'status'
  | 'unitId'
  | 'profileVersion'
  | 'isDifficult'
  | 'round'
  | 'number'
  | 'reference'
  | 'term'
  | 'session'
  | 'series'
  | 'isConfidential'
  | 'isKey'
  | 'transfers'
  | 'extendedMonths'
  | 'publicSummary'
  | 'withdrawalReason'
  | 'noticeNumber'
  | 'noticedOn'
  | 'year'
  | 'seenAt'
  | 'submittedOn'
  | 'registeredOn'
  | 'handedOverOn'
  | 'roundStartedOn'
  | 'acceptedOn'
  | 'repliedOn'
  | 'ratedOn'
  | 'closedOn'
  | 'metOn'
  | 'firstRepliedOn'
  | 'wasLate'
  | 'replyMeaning'
  | 'firstResult'
  | 'finalAttitude'
  | 'finalResult'
export type Change = Partial<Pick<Suggestion, Kept>>

/** Writes a change of state and what it adds to the totals. The row must be locked. */
export async function save(tx: Tx, it: Suggestion, to: Change): Promise<void> {
  await tx.db
    .updateTable('suggestions.suggestion')
    .set({
      status: to.status,
      unit_id: to.unitId,
      profile_version: to.profileVersion,
      is_difficult: to.isDifficult,
      round: to.round,
      number: to.number,
      reference: to.reference,
      term: to.term,
      session: to.session,
      series: to.series,
      year: to.year,
      seen_at: to.seenAt,
      submitted_on: to.submittedOn,
      registered_on: to.registeredOn,
      handed_over_on: to.handedOverOn,
      round_started_on: to.roundStartedOn,
      accepted_on: to.acceptedOn,
      replied_on: to.repliedOn,
      rated_on: to.ratedOn,
      closed_on: to.closedOn,
      is_confidential: to.isConfidential,
      is_key: to.isKey,
      transfers: to.transfers,
      extended_months: to.extendedMonths,
      public_summary: to.publicSummary,
      withdrawal_reason: to.withdrawalReason,
      notice_number: to.noticeNumber,
      noticed_on: to.noticedOn,
      met_on: to.metOn,
      first_replied_on: to.firstRepliedOn,
      was_late: to.wasLate,
      reply_meaning: to.replyMeaning,
      first_result: to.firstResult,
      final_attitude: to.finalAttitude,
      final_result: to.finalResult,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await appendMeasures(tx, change(measures(it), measures({ ...it, ...to })))
}

/** Takes the next number of a series. The row lock makes two registrars wait, so a number is given once; it is never given back. */
export async function takeNumber(tx: Tx, series: string): Promise<number> {
  const row = await tx.db
    .insertInto('suggestions.number_series')
    .values({ congress_id: tx.congressId, series, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'series']).doUpdateSet({ last_number: sql`suggestions.number_series.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

function written(draft: Draft) {
  return {
    title: draft.title,
    matter: draft.matter,
    category: draft.category,
    proposed_unit_id: draft.proposedUnitId,
    is_public: draft.isPublic,
    is_confidential: draft.isConfidential,
  }
}

async function insertRequests(tx: Tx, id: string, requests: readonly string[]): Promise<void> {
  const rows = requests.map((text, index) => ({ congress_id: tx.congressId, suggestion_id: id, ordinal: index + 1, text }))
  await tx.db.insertInto('suggestions.request').values(rows).execute()
}

/** The columns of the row, under the names of `Suggestion`. */
const columns = [
  's.id',
  's.term',
  's.session',
  's.series',
  's.number',
  's.reference',
  's.title',
  's.matter',
  's.round',
  's.version',
  's.lead_deputy_id as leadDeputyId',
  'd.name as deputyName',
  's.is_public as isPublic',
  's.is_difficult as isDifficult',
  's.proposed_unit_id as proposedUnitId',
  'p.name as proposedUnitName',
  's.unit_id as unitId',
  'u.name as unitName',
  's.profile_version as profileVersion',
  's.year',
  's.submitted_on as submittedOn',
  's.registered_on as registeredOn',
  's.handed_over_on as handedOverOn',
  's.round_started_on as roundStartedOn',
  's.accepted_on as acceptedOn',
  's.replied_on as repliedOn',
  's.rated_on as ratedOn',
  's.closed_on as closedOn',
  's.text_version as textVersion',
  's.is_confidential as isConfidential',
  's.is_key as isKey',
  's.transfers',
  's.extended_months as extendedMonths',
  's.public_summary as publicSummary',
  's.withdrawal_reason as withdrawalReason',
  's.notice_number as noticeNumber',
  's.noticed_on as noticedOn',
  's.met_on as metOn',
  's.first_replied_on as firstRepliedOn',
  's.was_late as wasLate',
  's.seen_at as seenAt',
  'r.opened_at as ratingOpenedAt',
] as const

/** What is known to be one of a few words, and what is counted from the rows that belong to it. */
const derived = [
  labelColumn(sql.ref('s.congress_id'), sql.ref('s.category')).as('category'),
  sql<Status>`s.status`.as('status'),
  sql<Satisfaction | null>`r.attitude`.as('attitude'),
  sql<Satisfaction | null>`r.result`.as('result'),
  sql<ClassMeaning | null>`s.reply_meaning`.as('replyMeaning'),
  sql<Satisfaction | null>`s.first_result`.as('firstResult'),
  sql<Satisfaction | null>`s.final_attitude`.as('finalAttitude'),
  sql<Satisfaction | null>`s.final_result`.as('finalResult'),
  sql<string[]>`array(select h.unit_id from suggestions.handling h
        where h.congress_id = s.congress_id and h.suggestion_id = s.id and h.status <> 'released' order by h.ordinal)`.as(
    'unitIds',
  ),
  sql<(Part | 'letter')[]>`array(select h.part from suggestions.handling h
        where h.congress_id = s.congress_id and h.suggestion_id = s.id and h.status <> 'released' order by h.ordinal)`.as(
    'unitParts',
  ),
  sql<string[]>`array(select n.name from suggestions.handling h
        join congress.unit n on n.congress_id = h.congress_id and n.id = h.unit_id
        where h.congress_id = s.congress_id and h.suggestion_id = s.id and h.status <> 'released' and h.unit_id <> s.unit_id
        order by h.ordinal)`.as('coUnits'),
  sql<string[]>`array(select c.deputy_id from suggestions.cosigner c
        where c.congress_id = s.congress_id and c.suggestion_id = s.id)`.as('cosignerIds'),
  sql<number>`(select count(*)::int from suggestions.cosigner c
        where c.congress_id = s.congress_id and c.suggestion_id = s.id)`.as('invited'),
  sql<number>`(select count(*)::int from suggestions.cosigner c where c.congress_id = s.congress_id and c.suggestion_id = s.id
        and c.answer = 'confirmed' and c.text_version = s.text_version)`.as('confirmed'),
] as const

/** The row with everything that a view or a rule needs; conditions are added by the caller. */
export function suggestions(tx: Tx) {
  return (
    tx.db
      .selectFrom('suggestions.suggestion as s')
      .innerJoin('congress.deputy as d', (join) =>
        join.onRef('d.congress_id', '=', 's.congress_id').onRef('d.id', '=', 's.lead_deputy_id'),
      )
      .leftJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 's.congress_id').onRef('u.id', '=', 's.unit_id'))
      .leftJoin('congress.unit as p', (join) =>
        join.onRef('p.congress_id', '=', 's.congress_id').onRef('p.id', '=', 's.proposed_unit_id'),
      )
      .leftJoin('suggestions.rating as r', (join) =>
        join.onRef('r.congress_id', '=', 's.congress_id').onRef('r.suggestion_id', '=', 's.id').onRef('r.round', '=', 's.round'),
      )
      .where('s.congress_id', '=', tx.congressId)
      // An undone import left its number and nothing else.
      .where('s.is_undone', '=', false)
      .select(columns)
      .select(derived)
  )
}
