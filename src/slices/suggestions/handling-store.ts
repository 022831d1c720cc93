import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { HandlerInput, Part } from './contract.ts'
import type { Handler } from './rules/handling.ts'

/** Every unit that has or had a part, in the order of the hand-over; a letter's reader has none. */
export function listHandlers(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.handling as h')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'h.congress_id').onRef('u.id', '=', 'h.unit_id'))
    .leftJoin('congress.unit as o', (join) =>
      join.onRef('o.congress_id', '=', 'h.congress_id').onRef('o.id', '=', 'h.objection_unit_id'),
    )
    .select(['h.ordinal', 'h.unit_id as unitId', 'u.name as unitName', 'h.scope', 'h.handed_over_on as handedOverOn'])
    .select([
      'h.accepted_on as acceptedOn',
      'h.objection',
      'h.objected_on as objectedOn',
      'h.opinion',
      'h.opinion_on as opinionOn',
    ])
    .select(['h.objection_unit_id as objectionUnitId', 'o.name as objectionUnitName', 'h.concurred_on as concurredOn'])
    .select(sql<Part>`h.part`.as('part'))
    .select(sql<Handler['status']>`h.status`.as('status'))
    .where('h.congress_id', '=', tx.congressId)
    .where('h.suggestion_id', '=', id)
    .where('h.part', '<>', 'letter')
    .orderBy('h.ordinal')
    .execute()
}

export async function addHandlers(
  tx: Tx,
  id: string,
  handlers: readonly HandlerInput[],
  after: number,
  on: string,
): Promise<void> {
  const rows = handlers.map(({ unitId, part, scope }, index) => ({
    congress_id: tx.congressId,
    suggestion_id: id,
    ordinal: after + index + 1,
    unit_id: unitId,
    part,
    scope,
    status: 'assigned',
    handed_over_on: on,
  }))
  await tx.db.insertInto('suggestions.handling').values(rows).execute()
}

/** 代表来信: the unit reads it from now on; it owes nothing. */
export async function addReader(tx: Tx, id: string, unitId: string, on: string): Promise<void> {
  await tx.db
    .insertInto('suggestions.handling')
    .values({
      congress_id: tx.congressId,
      suggestion_id: id,
      ordinal: 1,
      unit_id: unitId,
      part: 'letter',
      status: 'done',
      handed_over_on: on,
    })
    .execute()
}

export type HandlerChange = Partial<{
  status: Handler['status']
  acceptedOn: string
  objection: string
  objectionUnitId: string | null
  objectedOn: string
  opinion: string
  opinionOn: string
  concurredOn: string | null
}>

/** Writes the part of some units; the suggestion's row must be locked. */
export async function changeHandlers(tx: Tx, id: string, ordinals: readonly number[], to: HandlerChange): Promise<void> {
  if (ordinals.length === 0) return
  await tx.db
    .updateTable('suggestions.handling')
    .set({
      status: to.status,
      accepted_on: to.acceptedOn,
      objection: to.objection,
      objection_unit_id: to.objectionUnitId,
      objected_on: to.objectedOn,
      opinion: to.opinion,
      opinion_on: to.opinionOn,
      concurred_on: to.concurredOn,
    })
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .where('ordinal', 'in', [...ordinals])
    .execute()
}
