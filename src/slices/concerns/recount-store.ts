import { sql } from 'kysely'
import type { Recount } from '#kernel/manifest.ts'
import { measures, metrics, type Measured } from './rules/measures.ts'

/** Counts the figures of `rules/measures.ts` from the rows themselves, grouped by all that the rule looks at. */
export const recount: Recount = {
  metrics,
  count: async (tx) => {
    const { rows } = await sql<Measured & { amount: number }>`
      select status, unit_id as "unitId", is_confidential as "isConfidential", result, is_satisfied as "isSatisfied", count(*)::int as amount
      from concerns.concern where congress_id = ${tx.congressId} group by 1, 2, 3, 4, 5`.execute(tx.db)
    return rows.flatMap(({ amount, ...row }) => measures(row).map((it) => ({ ...it, amount })))
  },
}
