import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { running } from './rules/lifecycle.ts'
import type { Place } from './rules/measures.ts'

/** What a night makes overdue is counted live, from the partial index of what waits. */
export async function countOverdue(tx: Tx, today: string): Promise<(Place & { overdue: number })[]> {
  const { rows } = await sql<Place & { overdue: number }>`
    select unit_id as "unitId", is_confidential as "isConfidential", count(*)::int as overdue
    from concerns.concern
    where congress_id = ${tx.congressId} and status = any(${[...running]}::text[]) and due_on < ${today}::date
    group by 1, 2`.execute(tx.db)
  return rows
}
