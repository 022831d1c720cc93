import { sql } from 'kysely'
import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from '#slices/suggestions/contract.ts'
import type { Brief } from './rules/reach.ts'

export const calls: unknown[] = []
export function briefsOf(tx: Tx, ids: readonly string[]): Promise<Brief[]> {
  return tx.db
    .selectFrom('suggestions.suggestion as s')
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 's.congress_id').onRef('d.id', '=', 's.lead_deputy_id'),
    )
    .leftJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 's.congress_id').onRef('u.id', '=', 's.unit_id'))
    .select([
      's.id',
      's.reference',
      's.title',
      's.lead_deputy_id as leadDeputyId',
      'd.name as deputyName',
      's.unit_id as unitId',
      'u.name as unitName',
    ])
    .select('s.number')
    .select(sql<string[]>`array_remove(array[s.unit_id::text], null)`.as('unitIds'))
    .select(['s.handed_over_on as handedOverOn', 's.replied_on as repliedOn'])
    .select(sql<boolean>`false`.as('isConfidential'))
    .select(sql<Status>`s.status`.as('status'))
    .where('s.congress_id', '=', tx.congressId)
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
}
export async function setKeySupervision(_tx: Tx, ids: readonly string[], is: boolean): Promise<void> {
  calls.push([ids, is])
}
export async function noteFaceContact(
  _act: Act,
  ids: readonly string[],
  contact: { heldOn: string; note: string; unitId: string },
): Promise<void> {
  calls.push([ids, contact])
}
