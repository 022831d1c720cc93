import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from './contract.ts'
import type { Place } from './rules/measures.ts'

/** One live count of open promises at its place; `year` is that of the first date. */
export interface OpenFigures extends Place {
  /** Past the first date: the part of 落实率's denominator that comes about by the passing of a night. */
  pastFirst: number
  /** Past the date now in force. */
  overdue: number
  carried: number
}

/** What becomes true overnight or changes with a date is counted live, from the partial index of what is open. */
export async function countOpen(tx: Tx, today: string): Promise<OpenFigures[]> {
  const { rows } = await sql<OpenFigures>`
    select unit_id as "unitId", extract(year from first_due_on)::int as year, is_confidential as "isConfidential",
      count(*) filter (where first_due_on < ${today}::date)::int as "pastFirst",
      count(*) filter (where due_on < ${today}::date)::int as overdue,
      count(*) filter (where carries > 0)::int as carried
    from commitments.commitment
    where congress_id = ${tx.congressId} and status = 'open' and first_due_on < ${today}::date or
      congress_id = ${tx.congressId} and status = 'open' and carries > 0
    group by 1, 2, 3`.execute(tx.db)
  return rows
}

export interface DeputyRow {
  unitId: string
  status: Status
  firstDueOn: string
  dueOn: string
  settledOn: string | null
  carries: number
  isConfidential: boolean
}

/** The promises made to one deputy, tens of them, from which its figures are counted at once. */
export function listToDeputy(tx: Tx, deputyId: string): Promise<DeputyRow[]> {
  return tx.db
    .selectFrom('commitments.commitment')
    .select(['unit_id as unitId', 'first_due_on as firstDueOn', 'due_on as dueOn', 'settled_on as settledOn', 'carries'])
    .select(['is_confidential as isConfidential', sql<Status>`status`.as('status')])
    .where('congress_id', '=', tx.congressId)
    .where('lead_deputy_id', '=', deputyId)
    .where('status', '<>', 'superseded')
    .execute()
}

/** The names of units, also of those that have been dissolved, in official order. */
export async function listUnitNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('congress.unit')
    .select(['id', 'name'])
    .where('congress_id', '=', tx.congressId)
    .where('id', 'in', ids)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
}
