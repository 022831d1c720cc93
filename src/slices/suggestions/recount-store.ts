import { sql } from 'kysely'
import type { Recount } from '#kernel/manifest.ts'
import type { Status } from './contract.ts'
import { measures } from './rules/measures.ts'

/** Counts the figures of `rules/measures.ts` from the rows themselves, grouped by all that the rule looks at. */
export const recount: Recount = {
  metrics: ['suggestion.status', 'suggestion.handed_over', 'suggestion.replied'],
  count: async (tx) => {
    const { rows } = await sql<{
      status: Status
      unitId: string | null
      handedOverOn: string
      repliedOn: string
      amount: number
    }>`
      select status, unit_id as "unitId", min(handed_over_on) as "handedOverOn", min(replied_on) as "repliedOn",
        count(*)::int as amount
      from suggestions.suggestion where congress_id = ${tx.congressId}
      group by status, unit_id, handed_over_on is null, replied_on is null`.execute(tx.db)
    return rows.flatMap(({ amount, ...row }) => measures(row).map((it) => ({ ...it, amount })))
  },
}
