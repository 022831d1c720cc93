import { sql } from 'kysely'
import type { ContactInput } from '#slices/suggestions/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Scope } from '../linked.ts'
import type { EnquiryAnswer, EnquiryInput, Kind, Status } from './contract.ts'

/** What a deputy asked of one unit about one suggestion. */
export interface Enquiry {
  id: string
  suggestionId: string
  unitId: string
  unitName: string
  deputyId: string
  deputyName: string
  kind: Kind
  text: string
  askedOn: string
  wantedOn: string | null
  status: Status
  acknowledgedOn: string | null
  contactKind: ContactInput['kind'] | null
  contactedOn: string | null
  answer: string | null
  version: number
}

/** Nobody else changes this row until the transaction ends. */
export async function lock(tx: Tx, id: string): Promise<Enquiry | undefined> {
  await tx.db
    .selectFrom('pressing.enquiry')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return enquiries(tx).where('e.id', '=', id).executeTakeFirst()
}

/** Newest first, one row more than `limit`. */
export function list(
  tx: Tx,
  scope: Scope,
  query: { limit: number; cursor?: string | undefined; open?: 'yes' | undefined },
): Promise<Enquiry[]> {
  return inScope(enquiries(tx), scope)
    .$if(query.open === 'yes', (q) => q.where('e.status', 'in', ['asked', 'acknowledged']))
    .$if(query.cursor !== undefined, (q) => q.where('e.id', '<', query.cursor!))
    .orderBy('e.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<Enquiry[]> {
  return enquiries(tx).where('e.suggestion_id', '=', suggestionId).orderBy('e.id', 'desc').execute()
}

export async function insert(
  tx: Tx,
  row: { id: string; suggestionId: string; unitId: string; deputyId: string; input: EnquiryInput; on: string; at: Date },
): Promise<void> {
  const { id, suggestionId, unitId, deputyId, input, on, at } = row
  await tx.db
    .insertInto('pressing.enquiry')
    .values({
      congress_id: tx.congressId,
      id,
      suggestion_id: suggestionId,
      unit_id: unitId,
      deputy_id: deputyId,
      kind: input.kind,
      text: input.text,
      wanted_on: input.wantedOn,
      asked_on: on,
      status: 'asked',
      created_at: at,
    })
    .execute()
}

/** Writes a change of state. The row must be locked. */
export async function save(
  tx: Tx,
  it: Enquiry,
  to: { status: Status; acknowledgedOn?: string } & Partial<EnquiryAnswer>,
): Promise<void> {
  await tx.db
    .updateTable('pressing.enquiry')
    .set({
      status: to.status,
      acknowledged_on: to.acknowledgedOn,
      contact_kind: to.contactKind,
      contacted_on: to.contactedOn,
      answer: to.answer,
      version: it.version + 1,
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

function inScope(query: ReturnType<typeof enquiries>, scope: Scope): ReturnType<typeof enquiries> {
  if (scope.kind === 'all') return query
  return query.where(sql<boolean>`(e.unit_id = ${scope.unitId}::uuid or e.deputy_id = ${scope.deputyId}::uuid)`)
}

function enquiries(tx: Tx) {
  return tx.db
    .selectFrom('pressing.enquiry as e')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'e.congress_id').onRef('u.id', '=', 'e.unit_id'))
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'e.congress_id').onRef('d.id', '=', 'e.deputy_id'),
    )
    .where('e.congress_id', '=', tx.congressId)
    .select(['e.id', 'e.suggestion_id as suggestionId', 'e.unit_id as unitId', 'u.name as unitName'])
    .select(['e.deputy_id as deputyId', 'd.name as deputyName', 'e.text', 'e.asked_on as askedOn', 'e.wanted_on as wantedOn'])
    .select(['e.acknowledged_on as acknowledgedOn', 'e.contacted_on as contactedOn', 'e.answer', 'e.version'])
    .select([
      sql<Kind>`e.kind`.as('kind'),
      sql<Status>`e.status`.as('status'),
      sql<ContactInput['kind'] | null>`e.contact_kind`.as('contactKind'),
    ])
}
