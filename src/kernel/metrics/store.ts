import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { Measure } from './contract.ts'

/** Appends what a change adds. Rows are only ever inserted here, so two writers never wait for one another. */
export async function append(tx: Tx, measures: readonly Measure[]): Promise<void> {
  if (measures.length === 0) return
  const rows = measures.map((it) => ({ congress_id: tx.congressId, id: newId(), ...it }))
  await tx.db.insertInto('metrics.delta').values(rows).execute()
}

/** The total of a metric in each dimension: what was folded plus what was appended since. */
export async function totals(tx: Tx, metric: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ dimension: string; amount: number }>`
    select dimension, sum(amount)::int as amount
    from (select dimension, amount from metrics.total where congress_id = ${tx.congressId} and metric = ${metric}
          union all
          select dimension, amount from metrics.delta where congress_id = ${tx.congressId} and metric = ${metric}) as both_parts
    group by dimension having sum(amount) <> 0`.execute(tx.db)
  return new Map(rows.map((row) => [row.dimension, row.amount]))
}

/** The totals of several metrics at once, by metric and dimension; a metric of which there is nothing is left out. */
export async function totalsOf(tx: Tx, metrics: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const { rows } = await sql<{ metric: string; dimension: string; amount: number }>`
    select metric, dimension, sum(amount)::int as amount
    from (select metric, dimension, amount from metrics.total
            where congress_id = ${tx.congressId} and metric = any(${[...metrics]}::text[])
          union all
          select metric, dimension, amount from metrics.delta
            where congress_id = ${tx.congressId} and metric = any(${[...metrics]}::text[])) as both_parts
    group by metric, dimension having sum(amount) <> 0`.execute(tx.db)
  const found = new Map<string, Map<string, number>>()
  for (const { metric, dimension, amount } of rows) found.set(metric, (found.get(metric) ?? new Map()).set(dimension, amount))
  return found
}

/** Folds the appended deltas into the totals; run by a job. Answers how many were folded. */
export async function fold(tx: Tx): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with taken as (
      delete from metrics.delta where congress_id = ${tx.congressId} returning metric, dimension, amount
    ), folded as (
      insert into metrics.total (congress_id, metric, dimension, amount)
      select ${tx.congressId}::int, metric, dimension, sum(amount) from taken group by metric, dimension
      on conflict (congress_id, metric, dimension) do update set amount = metrics.total.amount + excluded.amount
    )
    select count(*)::int as folded from taken`.execute(tx.db)
  return rows[0]?.folded ?? 0
}

/** Makes the rest of this transaction see the data as of one moment; must come before the first reading. */
export async function seeOneMoment(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx.db)
}

/** Replaces the totals of some metrics by a fresh count; deltas of them are dropped, since the count has seen their rows. */
export async function replaceTotals(tx: Tx, metrics: readonly string[], counted: readonly Measure[]): Promise<void> {
  await tx.db.deleteFrom('metrics.delta').where('congress_id', '=', tx.congressId).where('metric', 'in', metrics).execute()
  await tx.db.deleteFrom('metrics.total').where('congress_id', '=', tx.congressId).where('metric', 'in', metrics).execute()
  if (counted.length === 0) return
  const rows = counted.map((it) => ({ congress_id: tx.congressId, ...it }))
  await tx.db.insertInto('metrics.total').values(rows).execute()
}
