import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { FigureFilter } from './contract.ts'
import type { CategoryCounts } from './rules/by-category.ts'
import type { LateBound } from './rules/late-bounds.ts'

/** What of a house or of one unit is counted, of all years together or of one. */
interface Counted {
  readonly seesConfidential: boolean
  readonly unitId: string | null
  readonly year: number | null
}

/** Counted from the rows, by the definition of `rules/measures.ts`; an index holds all that is looked at. */
export async function countByCategory(tx: Tx, { seesConfidential, unitId, year }: Counted): Promise<CategoryCounts[]> {
  const { rows } = await sql<CategoryCounts>`
    select category, count(*)::int as "handedOver", count(session)::int as "inSession", count(replied_on)::int as replied
    from suggestions.suggestion
    where congress_id = ${tx.congressId} and handed_over_on is not null and status <> 'withdrawn'
      and (${year}::int is null or year = ${year}) and (${unitId}::uuid is null or unit_id = ${unitId})
      and (${seesConfidential}::boolean or not is_confidential)
    group by category`.execute(tx.db)
  return rows
}

/** Replies that are late today at one unit; `unanswered`: of those the ones that were never answered. */
export interface LateFigures {
  unitId: string
  isConfidential: boolean
  late: number
  unanswered: number
}

/** Late replies by unit, of all years or of one; looks only at what is in handling. */
export async function countLate(tx: Tx, bounds: readonly LateBound[], year: number | null): Promise<LateFigures[]> {
  if (bounds.length === 0) return []
  const { rows } = await sql<LateFigures>`
    select s.unit_id as "unitId", s.is_confidential as "isConfidential", count(*)::int as late,
      count(*) filter (where s.replied_on is null)::int as unanswered
    from suggestions.suggestion s
    where s.congress_id = ${tx.congressId} and ${isLate(bounds)} and (${year}::int is null or s.year = ${year}::int) group by 1, 2`.execute(
    tx.db,
  )
  return rows
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

/** What stands in handling alike in all that decides when its reply is due. */
export interface InHandling {
  status: 'accepted'
  round: number
  isDifficult: boolean
  extendedMonths: number
  profileVersion: number | null
  handedOverOn: string
  roundStartedOn: string | null
  amount: number
}

/** Whose load: what is confidential only for some, of one unit or of all, of one year or of all. */
export interface Load {
  readonly seesConfidential: boolean
  readonly onlyUnit: string | null
  readonly year: number | null
}

/** The load ahead, by the index of what is in handling. */
export async function countInHandling(tx: Tx, { seesConfidential, onlyUnit, year }: Load): Promise<InHandling[]> {
  const { rows } = await sql<InHandling>`
    select 'accepted' as status, s.round, s.is_difficult as "isDifficult", s.extended_months as "extendedMonths",
      s.profile_version as "profileVersion", s.handed_over_on as "handedOverOn", s.round_started_on as "roundStartedOn",
      count(*)::int as amount
    from suggestions.suggestion s
    where s.congress_id = ${tx.congressId} and s.status in ('assigned', 'objected', 'accepted') and s.handed_over_on is not null
      and (${seesConfidential}::boolean or not s.is_confidential) and (${onlyUnit}::uuid is null or s.unit_id = ${onlyUnit}::uuid)
      and (${year}::int is null or s.year = ${year}::int)
    group by 2, 3, 4, 5, 6, 7`.execute(tx.db)
  return rows
}

/** The rows `s` behind the figures that a query names; all where it names none. The same definitions as `rules/measures.ts`. */
export function behindFigures(query: FigureFilter & { readonly bounds?: readonly LateBound[] | undefined }) {
  const { handed, met, inTime, rating, attitude, firstRating, meaning, transferred, bounds = [] } = query
  const conditions = [
    handed && sql<boolean>`true`,
    met && sql<boolean>`s.met_on is not null`,
    inTime && punctual(inTime, bounds),
    rating && rated(sql.ref('s.final_result'), rating),
    attitude && sql<boolean>`s.final_attitude = ${attitude}`,
    firstRating && rated(sql.ref('s.first_result'), firstRating),
    meaning && (meaning === 'any' ? sql<boolean>`s.reply_meaning is not null` : sql<boolean>`s.reply_meaning = ${meaning}`),
    transferred && sql<boolean>`s.transfers > 0`,
  ].filter((it) => it !== undefined)
  if (conditions.length === 0) return sql<boolean>`true`
  const counted = sql<boolean>`(s.handed_over_on is not null and s.unit_id is not null and s.status <> 'withdrawn')`
  return sql<boolean>`(${sql.join([counted, ...conditions], sql` and `)})`
}

function punctual(inTime: NonNullable<FigureFilter['inTime']>, bounds: readonly LateBound[]) {
  if (inTime === 'yes') return sql<boolean>`not s.was_late`
  if (inTime === 'no') return sql<boolean>`s.was_late`
  return sql<boolean>`(s.was_late is not null or (s.replied_on is null and ${isLate(bounds)}))`
}

function rated(column: RawBuilder<unknown>, of: NonNullable<FigureFilter['rating']>) {
  if (of === 'any') return sql<boolean>`${column} is not null`
  return of === 'content' ? sql<boolean>`${column} in ('satisfied', 'basically_satisfied')` : sql<boolean>`${column} = ${of}`
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
