import { sql } from 'kysely'
import type { Recount } from '#kernel/manifest.ts'
import type { Outcome, Status } from './contract.ts'
import { measures } from './rules/measures.ts'

/** Counts the figures of `rules/measures.ts` from the rows themselves, grouped by all that the rule looks at. */
export const recount: Recount = {
  metrics: ['motion.status', 'motion.fate'],
  count: async (tx) => {
    const { rows } = await sql<{
      status: Status
      outcome: Outcome | null
      number: number | null
      submittedOn: string | null
      amount: number
    }>`
      select status, outcome, min(number) as "number", min(submitted_on) as "submittedOn", count(*)::int as amount
      from motions.motion where congress_id = ${tx.congressId}
      group by status, outcome, number is null, submitted_on is null`.execute(tx.db)
    return rows.flatMap(({ amount, ...row }) => measures(row).map((it) => ({ ...it, amount })))
  },
}
