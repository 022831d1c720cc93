import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Category, Satisfaction } from './contract.ts'
import type { LateBound } from './rules/late-bounds.ts'

/** What was handed over and answered, of one category. */
export interface CategoryFigures {
  category: Category
  handedOver: number
  replied: number
}

/** Counted from the rows, by the definition of `rules/measures.ts`. */
export async function countByCategory(tx: Tx): Promise<CategoryFigures[]> {
  const { rows } = await sql<CategoryFigures>`
    select category, count(*)::int as "handedOver", count(replied_on)::int as replied
    from suggestions.suggestion
    where congress_id = ${tx.congressId} and handed_over_on is not null and status <> 'withdrawn'
    group by category order by count(*) desc, category`.execute(tx.db)
  return rows
}

export interface RatingFigures {
  attitude: Satisfaction
  result: Satisfaction
  amount: number
}

/** Ratings of the present round (`last`) or of the first one, before any re-handling, of all or of one unit. */
export async function countRatings(tx: Tx, round: 'first' | 'last', unitId: string | null = null): Promise<RatingFigures[]> {
  const at = round === 'first' ? sql`1` : sql`s.round`
  const ofUnit = unitId === null ? sql`` : sql`and s.unit_id = ${unitId}`
  const { rows } = await sql<RatingFigures>`
    select r.attitude, r.result, count(*)::int as amount
    from suggestions.suggestion s
    join suggestions.rating r on r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = ${at}
    where s.congress_id = ${tx.congressId} and s.status <> 'withdrawn' ${ofUnit}
    group by r.attitude, r.result`.execute(tx.db)
  return rows
}

/** Replies by class; the unit of count is the reply, since a second round is a second reply. */
export async function countClasses(tx: Tx): Promise<{ class: string; amount: number }[]> {
  const { rows } = await sql<{ class: string; amount: number }>`
    select r.class, count(*)::int as amount
    from suggestions.reply r
    join suggestions.suggestion s on s.congress_id = r.congress_id and s.id = r.suggestion_id and s.status <> 'withdrawn'
    where r.congress_id = ${tx.congressId} group by r.class order by r.class`.execute(tx.db)
  return rows
}

/** Of those handed over, how many had at least one visit, meeting or site view on record (面商). */
export async function countMetFace(tx: Tx): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select count(*)::int as amount from suggestions.suggestion s
    where s.congress_id = ${tx.congressId} and s.handed_over_on is not null and s.status <> 'withdrawn' and exists (
      select from suggestions.contact c where c.congress_id = s.congress_id and c.suggestion_id = s.id
        and c.kind in ('visit', 'meeting', 'site'))`.execute(tx.db)
  return rows[0]?.amount ?? 0
}

/** Suggestions alike in all that decides when their first reply was due and when it came. */
export interface FirstReplies {
  handedOverOn: string
  isDifficult: boolean
  profileVersion: number | null
  repliedOn: string | null
  amount: number
}

export async function countFirstReplies(tx: Tx): Promise<FirstReplies[]> {
  const { rows } = await sql<FirstReplies>`
    select s.handed_over_on as "handedOverOn", s.is_difficult as "isDifficult", s.profile_version as "profileVersion",
      r.replied_on as "repliedOn", count(*)::int as amount
    from suggestions.suggestion s
    left join suggestions.reply r on r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1
    where s.congress_id = ${tx.congressId} and s.handed_over_on is not null and s.status <> 'withdrawn'
    group by 1, 2, 3, 4`.execute(tx.db)
  return rows
}

export interface MonthFigures {
  month: string
  amount: number
}

/** How many were handed over, or last answered, in each month (`2022-03`); counted by days first, in the order of that index. */
export async function countByMonth(tx: Tx, day: 'handed_over_on' | 'replied_on'): Promise<MonthFigures[]> {
  const column = sql.ref(day)
  const { rows } = await sql<MonthFigures>`
    select to_char(day, 'YYYY-MM') as month, sum(amount)::int as amount
    from (select ${column} as day, count(*) as amount from suggestions.suggestion
      where congress_id = ${tx.congressId} and ${column} is not null and status <> 'withdrawn' group by ${column}) as by_day
    group by 1 order by 1`.execute(tx.db)
  return rows
}

/** Late replies by unit; looks only at what is in handling. */
export async function countLate(tx: Tx, bounds: readonly LateBound[]): Promise<Map<string, number>> {
  if (bounds.length === 0) return new Map()
  const { rows } = await sql<{ unitId: string; amount: number }>`
    select s.unit_id as "unitId", count(*)::int as amount from suggestions.suggestion s
    where s.congress_id = ${tx.congressId} and ${isLate(bounds)} group by s.unit_id`.execute(tx.db)
  return new Map(rows.map(({ unitId, amount }) => [unitId, amount]))
}

/** The late ones among the rows `s`: in handling, begun on or before the last day whose reply would be late today. */
export function isLate(bounds: readonly LateBound[]) {
  const ways = bounds.map(({ profileVersion, isRehandled, isDifficult, extendedMonths, lastStart }) =>
    isRehandled
      ? sql<boolean>`(s.round > 1 and s.profile_version = ${profileVersion} and s.round_started_on <= ${lastStart}::date)`
      : sql<boolean>`(s.round = 1 and s.profile_version = ${profileVersion} and s.is_difficult = ${isDifficult} and s.extended_months = ${extendedMonths}
          and s.handed_over_on <= ${lastStart}::date)`,
  )
  const anyWay = ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
  return sql<boolean>`(s.status in ('assigned', 'objected', 'accepted') and ${anyWay})`
}

/** Every unit that ever handled something, in official order, also those that have been dissolved. */
export async function listHandlingUnits(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
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
