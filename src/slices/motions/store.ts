import { sql } from 'kysely'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Draft, Kind, Outcome, Status } from './contract.ts'
import type { Cosigner } from './rules/cosigning.ts'
import { measures } from './rules/measures.ts'

/** One invited deputy with the moments of invitation, reading and answer. */
export interface CosignerRow extends Cosigner {
  name: string
  invitedAt: Date
  readAt: Date | null
  confirmedAt: Date | null
}

/** A motion with its present text, the names that people know, and the facts that rules decide on. Dates are Beijing days. */
export interface Motion {
  id: string
  term: number
  session: number | null
  series: string
  number: number | null
  reference: string | null
  kind: Kind
  title: string
  grounds: string
  plan: string
  outline: string | null
  leadDeputyId: string
  deputyName: string
  isPublic: boolean
  status: Status
  outcome: Outcome | null
  textVersion: number
  /** The number of signatories in force, frozen by the submission; null before it. */
  minimum: number | null
  committeeId: string | null
  committeeName: string | null
  sentOn: string | null
  opinionOn: string | null
  hasOpinion: boolean
  mainId: string | null
  submittedOn: string | null
  receivedOn: string | null
  version: number
  cosigners: CosignerRow[]
}

export async function find(tx: Tx, id: string): Promise<Motion | undefined> {
  const [it] = await withCosigners(tx, await motions(tx).where('m.id', '=', id).execute())
  return it
}

export async function findByReference(tx: Tx, reference: string): Promise<Motion | undefined> {
  const [it] = await withCosigners(tx, await motions(tx).where('m.reference', '=', reference).execute())
  return it
}

/** The first of the four beats: nobody else changes these rows until the transaction ends. Several are locked in one order. */
export async function lock(tx: Tx, ...ids: string[]): Promise<void> {
  await tx.db
    .selectFrom('motions.motion')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function insert(
  tx: Tx,
  row: { id: string; deputyId: string; period: { term: number; session: number | null }; series: string; draft: Draft; at: Date },
): Promise<void> {
  const { id, deputyId, period, series, draft, at } = row
  await tx.db
    .insertInto('motions.motion')
    .values({
      congress_id: tx.congressId,
      id,
      ...period,
      series,
      lead_deputy_id: deputyId,
      is_public: draft.isPublic,
      status: 'draft',
      created_at: at,
    })
    .execute()
  await insertText(tx, id, 1, draft, at)
}

/** A new wording beside the earlier ones; what was confirmed stays readable. The row must be locked. */
export async function rewrite(tx: Tx, it: Motion, draft: Draft, at: Date): Promise<number> {
  const textVersion = it.textVersion + 1
  await insertText(tx, it.id, textVersion, draft, at)
  await tx.db
    .updateTable('motions.motion')
    .set({ text_version: textVersion, is_public: draft.isPublic, version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  return textVersion
}

export type Change = Partial<
  Pick<
    Motion,
    | 'status'
    | 'outcome'
    | 'minimum'
    | 'number'
    | 'reference'
    | 'term'
    | 'session'
    | 'series'
    | 'committeeId'
    | 'sentOn'
    | 'mainId'
    | 'submittedOn'
    | 'receivedOn'
  >
>

/** Writes a change of state and what it adds to the totals. The row must be locked. */
export async function save(tx: Tx, it: Motion, to: Change): Promise<void> {
  await tx.db
    .updateTable('motions.motion')
    .set({
      status: to.status,
      outcome: to.outcome,
      minimum: to.minimum,
      number: to.number,
      reference: to.reference,
      term: to.term,
      session: to.session,
      series: to.series,
      committee_id: to.committeeId,
      sent_on: to.sentOn,
      merged_into_id: to.mainId,
      submitted_on: to.submittedOn,
      received_on: to.receivedOn,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await appendMeasures(tx, change(measures(it), measures({ ...it, ...to })))
}

/** Takes the next number of a series. The row lock makes two clerks wait, so a number is given once; it is never given back. */
export async function takeNumber(tx: Tx, series: string): Promise<number> {
  const row = await tx.db
    .insertInto('motions.number_series')
    .values({ congress_id: tx.congressId, series, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'series']).doUpdateSet({ last_number: sql`motions.number_series.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

/** The series in which numbers were given, newest first. */
export async function listSeries(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('motions.number_series')
    .select('series')
    .where('congress_id', '=', tx.congressId)
    .orderBy('series', 'desc')
    .execute()
  return rows.map((it) => it.series)
}

/** Invited deputies of each motion, in the order of their invitation; the one with the lead deputy's name is not among them. */
export async function withCosigners(tx: Tx, rows: readonly MotionRow[]): Promise<Motion[]> {
  if (rows.length === 0) return []
  const cosigners = await tx.db
    .selectFrom('motions.cosigner as c')
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'c.congress_id').onRef('d.id', '=', 'c.deputy_id'),
    )
    .select(['c.motion_id as motionId', 'c.deputy_id as deputyId', 'd.name', 'c.invited_at as invitedAt'])
    .select(['c.read_version as readVersion', 'c.read_at as readAt', 'c.confirmed_version as confirmedVersion'])
    .select(['c.confirmed_at as confirmedAt', 'c.declined_at as declinedAt', 'c.withdrawn_at as withdrawnAt'])
    .where('c.congress_id', '=', tx.congressId)
    .where(
      'c.motion_id',
      'in',
      rows.map((it) => it.id),
    )
    .orderBy('c.invited_at')
    .orderBy('d.name')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({ ...row, cosigners: cosigners.filter((it) => it.motionId === row.id) }))
}

async function insertText(tx: Tx, id: string, version: number, draft: Draft, at: Date): Promise<void> {
  const { kind, title, grounds, plan, outline } = draft
  await tx.db
    .insertInto('motions.text')
    .values({ congress_id: tx.congressId, motion_id: id, version, kind, title, grounds, plan, outline, written_at: at })
    .execute()
}

export type MotionRow = Omit<Motion, 'cosigners'>

/** The row with everything that a view or a rule needs beside the roll; conditions are added by the caller. */
export function motions(tx: Tx) {
  return tx.db
    .selectFrom('motions.motion as m')
    .innerJoin('motions.text as t', (join) =>
      join
        .onRef('t.congress_id', '=', 'm.congress_id')
        .onRef('t.motion_id', '=', 'm.id')
        .onRef('t.version', '=', 'm.text_version'),
    )
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'm.congress_id').onRef('d.id', '=', 'm.lead_deputy_id'),
    )
    .leftJoin('congress.unit as u', (join) =>
      join.onRef('u.congress_id', '=', 'm.congress_id').onRef('u.id', '=', 'm.committee_id'),
    )
    .leftJoin('motions.opinion as o', (join) =>
      join.onRef('o.congress_id', '=', 'm.congress_id').onRef('o.motion_id', '=', 'm.id'),
    )
    .where('m.congress_id', '=', tx.congressId)
    .select(['m.id', 'm.term', 'm.session', 'm.series', 'm.number', 'm.reference', 'm.minimum', 'm.version'])
    .select(['t.title', 't.grounds', 't.plan', 't.outline', 'm.text_version as textVersion', 'm.is_public as isPublic'])
    .select(['m.lead_deputy_id as leadDeputyId', 'd.name as deputyName', 'm.merged_into_id as mainId'])
    .select(['m.committee_id as committeeId', 'u.name as committeeName', 'm.sent_on as sentOn', 'o.given_on as opinionOn'])
    .select(['m.submitted_on as submittedOn', 'm.received_on as receivedOn'])
    .select(sql<boolean>`o.motion_id is not null`.as('hasOpinion'))
    .select(sql<Kind>`t.kind`.as('kind'))
    .select(sql<Status>`m.status`.as('status'))
    .select(sql<Outcome | null>`m.outcome`.as('outcome'))
}
