import { sql } from 'kysely'
import type { Recount } from '#kernel/manifest.ts'
import { HANDED_OVER_IN, MEANING, measures, REPLIED_IN, unitMetrics, type Measured } from './rules/measures.ts'

/** Counts the figures of `rules/measures.ts` from the rows themselves, grouped by all that the rule looks at. */
export const recount: Recount = {
  metrics: ['suggestion.status', MEANING, HANDED_OVER_IN, REPLIED_IN, ...unitMetrics.map((metric) => `suggestion.${metric}`)],
  count: async (tx) => {
    const { rows } = await sql<Measured & { amount: number }>`
      select status, unit_id as "unitId", is_confidential as "isConfidential", year, min(handed_over_on) as "handedOverOn", min(replied_on) as "repliedOn",
        min(met_on) as "metOn", was_late as "wasLate", reply_meaning as "replyMeaning", first_result as "firstResult",
        final_attitude as "finalAttitude", final_result as "finalResult", max(transfers)::int as transfers, count(*)::int as amount
      from suggestions.suggestion where congress_id = ${tx.congressId}
      group by status, unit_id, is_confidential, year, date_trunc('month', handed_over_on), date_trunc('month', replied_on), met_on is null, was_late, reply_meaning, first_result,
        final_attitude, final_result, transfers > 0`.execute(tx.db)
    return rows.flatMap(({ amount, ...row }) => measures(row).map((it) => ({ ...it, amount })))
  },
}
