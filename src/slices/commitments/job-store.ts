import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { commitments, type Commitment } from './store.ts'

/** What is open and due by a day, the nearest first; `after` is the last row of the page before. */
export function listOpenUntil(
  tx: Tx,
  lastDay: string,
  after: Pick<Commitment, 'dueOn' | 'id'> | undefined,
  limit: number,
): Promise<Commitment[]> {
  return commitments(tx)
    .where('c.status', '=', 'open')
    .where('c.due_on', '<=', lastDay)
    .$if(after !== undefined, (q) => q.where(sql<SqlBool>`(c.due_on, c.id) > (${after!.dueOn}::date, ${after!.id}::uuid)`))
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

export interface Awaited {
  unitId: string
  unitName: string
  count: number
}

/** Units that owe yearly reports of `year`, with how many: open, promised before `from`, and no yearly report of that year yet. */
export async function countAwaited(tx: Tx, year: number, from: string): Promise<Awaited[]> {
  const { rows } = await sql<Awaited>`
    select c.unit_id as "unitId", u.name as "unitName", count(*)::int as count
    from commitments.commitment c
    join congress.unit u on u.congress_id = c.congress_id and u.id = c.unit_id
    where c.congress_id = ${tx.congressId} and c.status = 'open' and c.opened_on < ${from}::date and not exists (
      select from commitments.report r where r.congress_id = c.congress_id and r.commitment_id = c.id
        and r.year = ${year} and r.is_yearly)
    group by 1, 2 order by 1`.execute(tx.db)
  return rows
}

/** Two workers in one night wait here for each other, so that the second one reads what the first one told. */
export async function lockOneOf(tx: Tx, unitId: string): Promise<void> {
  await tx.db
    .selectFrom('commitments.commitment')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('unit_id', '=', unitId)
    .where('status', '=', 'open')
    .orderBy('due_on')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .execute()
}
