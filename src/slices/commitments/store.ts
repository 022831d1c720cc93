import { sql } from 'kysely'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Carry, Rating, Report, ReportKind, Satisfaction, Status } from './contract.ts'
import { measures } from './rules/measures.ts'

/** A promise with the names that people know and the facts that rules decide on. Dates are Beijing days. */
export interface Commitment {
  id: string
  suggestionId: string
  reference: string
  title: string
  unitId: string
  unitName: string
  leadDeputyId: string
  deputyName: string
  round: number
  term: number
  content: string
  isConfidential: boolean
  openedOn: string
  firstDueOn: string
  dueOn: string
  carries: number
  status: Status
  settledOn: string | null
  askedOn: string | null
  version: number
  /** The year of the newest yearly report and its day; the rating of that year, if it was given. */
  yearlyYear: number | null
  yearlyOn: string | null
  satisfaction: Satisfaction | null
  ratingReason: string | null
  ratedOn: string | null
  /** The year of the newest carry: a second one in the same year is refused. */
  carriedYear: number | null
}

export function find(tx: Tx, id: string): Promise<Commitment | undefined> {
  return commitments(tx).where('c.id', '=', id).executeTakeFirst()
}

/** Every promise made in the replies to one suggestion, in the order in which they were made. */
export function listOf(tx: Tx, suggestionId: string): Promise<Commitment[]> {
  return commitments(tx).where('c.suggestion_id', '=', suggestionId).orderBy('c.id').execute()
}

/** The first of the four beats: nobody else changes this row until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<Commitment | undefined> {
  await tx.db
    .selectFrom('commitments.commitment')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

/** Locks the promises of one suggestion, always in the same order, and reads them afterwards. */
export async function lockAllOf(tx: Tx, suggestionId: string): Promise<Commitment[]> {
  await tx.db
    .selectFrom('commitments.commitment')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', suggestionId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return listOf(tx, suggestionId)
}

export async function countOpenOf(tx: Tx, suggestionId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('commitments.commitment')
    .select(sql<number>`count(*)::int`.as('amount'))
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', suggestionId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.amount
}

export type NewCommitment = Pick<
  Commitment,
  'id' | 'suggestionId' | 'reference' | 'title' | 'unitId' | 'leadDeputyId' | 'round' | 'term' | 'content' | 'isConfidential'
> &
  Pick<Commitment, 'openedOn' | 'firstDueOn'>

export async function insert(tx: Tx, it: NewCommitment): Promise<void> {
  await tx.db
    .insertInto('commitments.commitment')
    .values({
      congress_id: tx.congressId,
      id: it.id,
      suggestion_id: it.suggestionId,
      reference: it.reference,
      title: it.title,
      unit_id: it.unitId,
      lead_deputy_id: it.leadDeputyId,
      round: it.round,
      term: it.term,
      content: it.content,
      is_confidential: it.isConfidential,
      opened_on: it.openedOn,
      first_due_on: it.firstDueOn,
      due_on: it.firstDueOn,
      status: 'open',
    })
    .execute()
  await appendMeasures(tx, measures({ ...it, status: 'open', settledOn: null }))
}

export type Change = Partial<Pick<Commitment, 'status' | 'dueOn' | 'carries' | 'settledOn' | 'askedOn' | 'isConfidential'>>

/** Writes a change of state and what it adds to the totals. The row must be locked. */
export async function save(tx: Tx, it: Commitment, to: Change): Promise<void> {
  await tx.db
    .updateTable('commitments.commitment')
    .set({
      status: to.status,
      due_on: to.dueOn,
      carries: to.carries,
      settled_on: to.settledOn,
      asked_on: to.askedOn,
      is_confidential: to.isConfidential,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await appendMeasures(tx, change(measures(it), measures({ ...it, ...to })))
}

/** Writes a report as the next of its year. The row must be locked, so that no two take one place. */
export async function insertReport(tx: Tx, id: string, report: Omit<Report, 'ordinal'>): Promise<void> {
  const { year, kind, text, evidence, isYearly, reportedOn } = report
  await sql`
    insert into commitments.report (congress_id, commitment_id, year, ordinal, kind, text, evidence, is_yearly, reported_on)
    select ${tx.congressId}, ${id}, ${year}, count(*) + 1, ${kind}, ${text}, ${evidence}, ${isYearly}, ${reportedOn}::date
    from commitments.report where congress_id = ${tx.congressId} and commitment_id = ${id} and year = ${year}`.execute(tx.db)
}

export async function insertCarry(tx: Tx, id: string, carry: Carry): Promise<void> {
  await tx.db
    .insertInto('commitments.carry')
    .values({
      congress_id: tx.congressId,
      commitment_id: id,
      year: carry.year,
      from_due_on: carry.fromDueOn,
      to_due_on: carry.toDueOn,
      explanation: carry.explanation,
      carried_on: carry.carriedOn,
    })
    .execute()
}

export async function insertRating(tx: Tx, id: string, rating: Rating): Promise<void> {
  const { year, satisfaction, reason, ratedOn } = rating
  await tx.db
    .insertInto('commitments.rating')
    .values({ congress_id: tx.congressId, commitment_id: id, year, satisfaction, reason, rated_on: ratedOn })
    .execute()
}

/** What belongs to one promise beside its row: how it was carried, reported and rated, oldest first. */
export async function findParts(tx: Tx, id: string): Promise<{ carryRows: Carry[]; reports: Report[]; ratings: Rating[] }> {
  const { congressId } = tx
  const carryRows = await tx.db
    .selectFrom('commitments.carry')
    .select(['year', 'from_due_on as fromDueOn', 'to_due_on as toDueOn', 'explanation', 'carried_on as carriedOn'])
    .where('congress_id', '=', congressId)
    .where('commitment_id', '=', id)
    .orderBy('year')
    .execute()
  const reports = await tx.db
    .selectFrom('commitments.report')
    .select(['year', 'ordinal', sql<ReportKind>`kind`.as('kind'), 'text', 'evidence'])
    .select(['is_yearly as isYearly', 'reported_on as reportedOn'])
    .where('congress_id', '=', congressId)
    .where('commitment_id', '=', id)
    .orderBy('year')
    .orderBy('ordinal')
    .execute()
  const ratings = await tx.db
    .selectFrom('commitments.rating')
    .select(['year', sql<Satisfaction>`satisfaction`.as('satisfaction'), 'reason', 'rated_on as ratedOn'])
    .where('congress_id', '=', congressId)
    .where('commitment_id', '=', id)
    .orderBy('year')
    .execute()
  return { carryRows, reports, ratings }
}

/** The row with everything that a view or a rule needs; conditions are added by the caller. */
export function commitments(tx: Tx) {
  return tx.db
    .selectFrom('commitments.commitment as c')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'c.congress_id').onRef('u.id', '=', 'c.unit_id'))
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'c.congress_id').onRef('d.id', '=', 'c.lead_deputy_id'),
    )
    .leftJoinLateral(
      (q) =>
        q
          .selectFrom('commitments.report as y')
          .select(['y.year', 'y.reported_on'])
          .whereRef('y.congress_id', '=', 'c.congress_id')
          .whereRef('y.commitment_id', '=', 'c.id')
          .where('y.is_yearly', '=', true)
          .orderBy('y.year', 'desc')
          .limit(1)
          .as('y'),
      (join) => join.onTrue(),
    )
    .leftJoin('commitments.rating as r', (join) =>
      join.onRef('r.congress_id', '=', 'c.congress_id').onRef('r.commitment_id', '=', 'c.id').onRef('r.year', '=', 'y.year'),
    )
    .where('c.congress_id', '=', tx.congressId)
    .select(['c.id', 'c.suggestion_id as suggestionId', 'c.reference', 'c.title', 'c.content', 'c.round', 'c.term', 'c.version'])
    .select(['c.unit_id as unitId', 'u.name as unitName', 'c.lead_deputy_id as leadDeputyId', 'd.name as deputyName'])
    .select([
      'c.is_confidential as isConfidential',
      'c.opened_on as openedOn',
      'c.first_due_on as firstDueOn',
      'c.due_on as dueOn',
    ])
    .select(['c.carries', 'c.settled_on as settledOn', 'c.asked_on as askedOn', sql<Status>`c.status`.as('status')])
    .select(['y.year as yearlyYear', 'y.reported_on as yearlyOn', 'r.reason as ratingReason', 'r.rated_on as ratedOn'])
    .select(sql<Satisfaction | null>`r.satisfaction`.as('satisfaction'))
    .select(
      sql<number | null>`(select max(k.year) from commitments.carry k
        where k.congress_id = c.congress_id and k.commitment_id = c.id)`.as('carriedYear'),
    )
}
