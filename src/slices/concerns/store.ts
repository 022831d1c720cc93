import { sql } from 'kysely'
import { appendMeasures, change } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { HandOver, HandOverKind, Photo, PhotoPart, Result, Status } from './contract.ts'
import { measures } from './rules/measures.ts'

/** A concern with the names that people know and the facts that rules decide on. Dates are Beijing days. */
export interface Concern {
  id: string
  text: string
  place: string
  deputyId: string
  deputyName: string
  unitId: string
  unitName: string
  /** Every unit that has or had it. */
  unitIds: string[]
  isConfidential: boolean
  status: Status
  passes: number
  sentOn: string
  handedOn: string
  dueOn: string
  objection: string
  decision: string
  result: Result | null
  answer: string
  plannedOn: string | null
  answeredOn: string | null
  confirmBy: string | null
  isSatisfied: boolean | null
  complaint: string
  settledOn: string | null
  suggestionId: string | null
  photoCount: number
  version: number
}

export function find(tx: Tx, id: string): Promise<Concern | undefined> {
  return concerns(tx).where('c.id', '=', id).executeTakeFirst()
}

/** The first of the four beats: nobody else changes this row until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<Concern | undefined> {
  await tx.db
    .selectFrom('concerns.concern')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

export type NewConcern = Pick<Concern, 'id' | 'text' | 'place' | 'deputyId' | 'unitId' | 'isConfidential' | 'sentOn' | 'dueOn'>

export async function insert(tx: Tx, it: NewConcern): Promise<void> {
  await tx.db
    .insertInto('concerns.concern')
    .values({
      congress_id: tx.congressId,
      id: it.id,
      text: it.text,
      place: it.place,
      deputy_id: it.deputyId,
      unit_id: it.unitId,
      is_confidential: it.isConfidential,
      status: 'sent',
      sent_on: it.sentOn,
      handed_on: it.sentOn,
      due_on: it.dueOn,
    })
    .execute()
  await insertHandOver(tx, it.id, { unitId: it.unitId, kind: 'sent', reason: '', handedOn: it.sentOn })
  await appendMeasures(tx, measures({ ...it, status: 'sent', result: null, isSatisfied: null }))
}

/** Everything that a step may change. */
export type Change = Partial<
  Pick<
    Concern,
    | 'status'
    | 'unitId'
    | 'passes'
    | 'handedOn'
    | 'dueOn'
    | 'objection'
    | 'decision'
    | 'result'
    | 'answer'
    | 'plannedOn'
    | 'answeredOn'
    | 'confirmBy'
    | 'isSatisfied'
    | 'complaint'
    | 'settledOn'
    | 'suggestionId'
  >
>

/** Writes a change of state and what it adds to the totals. The row must be locked. */
export async function save(tx: Tx, it: Concern, to: Change): Promise<void> {
  await tx.db
    .updateTable('concerns.concern')
    .set({
      status: to.status,
      unit_id: to.unitId,
      passes: to.passes,
      handed_on: to.handedOn,
      due_on: to.dueOn,
      objection: to.objection,
      decision: to.decision,
      result: to.result,
      answer: to.answer,
      planned_on: to.plannedOn,
      answered_on: to.answeredOn,
      confirm_by: to.confirmBy,
      is_satisfied: to.isSatisfied,
      complaint: to.complaint,
      settled_on: to.settledOn,
      suggestion_id: to.suggestionId,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await appendMeasures(tx, change(measures(it), measures({ ...it, ...to })))
}

type NewHandOver = { unitId: string; kind: HandOverKind; reason: string; handedOn: string }

/** Writes a hand-over as the next one. The row of the concern must be locked, so that no two take one place. */
export async function insertHandOver(tx: Tx, id: string, { unitId, kind, reason, handedOn }: NewHandOver): Promise<void> {
  await sql`
    insert into concerns.hand_over (congress_id, concern_id, ordinal, unit_id, kind, reason, handed_on)
    select ${tx.congressId}, ${id}, count(*) + 1, ${unitId}, ${kind}, ${reason}, ${handedOn}::date
    from concerns.hand_over where congress_id = ${tx.congressId} and concern_id = ${id}`.execute(tx.db)
}

export async function insertPhotos(tx: Tx, id: string, part: PhotoPart, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx.db
    .insertInto('concerns.photo')
    .values(fileIds.map((file_id, at) => ({ congress_id: tx.congressId, concern_id: id, part, ordinal: at + 1, file_id })))
    .execute()
}

/** What belongs to one concern beside its row, in the order in which it came. */
export async function findParts(tx: Tx, id: string): Promise<{ handOvers: HandOver[]; photos: Photo[] }> {
  const rows = await tx.db
    .selectFrom('concerns.hand_over as h')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'h.congress_id').onRef('u.id', '=', 'h.unit_id'))
    .select(['h.ordinal', 'h.unit_id as unitId', 'u.name as unitName', 'h.reason', 'h.handed_on as handedOn'])
    .select(sql<HandOverKind>`h.kind`.as('kind'))
    .where('h.congress_id', '=', tx.congressId)
    .where('h.concern_id', '=', id)
    .orderBy('h.ordinal')
    .execute()
  const photos = await tx.db
    .selectFrom('concerns.photo')
    .select(['file_id as fileId', 'ordinal', sql<PhotoPart>`part`.as('part')])
    .where('congress_id', '=', tx.congressId)
    .where('concern_id', '=', id)
    .orderBy(sql`part = 'answer'`)
    .orderBy('ordinal')
    .execute()
  const handOvers = rows.map(({ unitId, unitName, ...row }) => ({ ...row, unit: { id: unitId, name: unitName } }))
  return { handOvers, photos }
}

/** The row with everything that a view or a rule needs; conditions are added by the caller. */
export function concerns(tx: Tx) {
  return tx.db
    .selectFrom('concerns.concern as c')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'c.congress_id').onRef('u.id', '=', 'c.unit_id'))
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'c.congress_id').onRef('d.id', '=', 'c.deputy_id'),
    )
    .where('c.congress_id', '=', tx.congressId)
    .select(['c.id', 'c.text', 'c.place', 'c.deputy_id as deputyId', 'd.name as deputyName', 'c.version'])
    .select(['c.unit_id as unitId', 'u.name as unitName', 'c.is_confidential as isConfidential', 'c.passes'])
    .select(['c.sent_on as sentOn', 'c.handed_on as handedOn', 'c.due_on as dueOn', 'c.objection', 'c.decision'])
    .select(['c.answer', 'c.planned_on as plannedOn', 'c.answered_on as answeredOn', 'c.confirm_by as confirmBy'])
    .select(['c.is_satisfied as isSatisfied', 'c.complaint', 'c.settled_on as settledOn', 'c.suggestion_id as suggestionId'])
    .select([sql<Status>`c.status`.as('status'), sql<Result | null>`c.result`.as('result')])
    .select(
      sql<string[]>`array(select h.unit_id from concerns.hand_over h
        where h.congress_id = c.congress_id and h.concern_id = c.id order by h.ordinal)`.as('unitIds'),
    )
    .select(
      sql<number>`(select count(*)::int from concerns.photo p
        where p.congress_id = c.congress_id and p.concern_id = c.id)`.as('photoCount'),
    )
}
