import { sql } from 'kysely'
import type { Recount } from '#kernel/manifest.ts'
import type { Status } from './contract.ts'
import { measures, metrics } from './rules/measures.ts'

interface Group {
  status: Status
  unitId: string
  isConfidential: boolean
  firstDueOn: string
  settledOn: string | null
  amount: number
}

/** Counts the figures of `rules/measures.ts` from the rows themselves, grouped by all that the rule looks at. */
export const recount: Recount = {
  metrics,
  count: async (tx) => {
    const { rows } = await sql<Group>`
      select status, unit_id as "unitId", is_confidential as "isConfidential", min(first_due_on) as "firstDueOn",
        case when settled_on <= first_due_on then min(settled_on) else max(settled_on) end as "settledOn", count(*)::int as amount
      from commitments.commitment where congress_id = ${tx.congressId}
      group by status, unit_id, is_confidential, extract(year from first_due_on), settled_on <= first_due_on`.execute(tx.db)
    // Earliest of both days where all were in time, latest settling where none was: the group stands for each of its rows.
    return rows.flatMap(({ amount, ...row }) => measures(row).map((it) => ({ ...it, amount })))
  },
}
