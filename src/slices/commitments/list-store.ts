import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { ListQuery } from './contract.ts'
import type { Sight } from './rules/may.ts'
import { commitments, type Commitment } from './store.ts'

export type Filter = Omit<ListQuery, 'cursor' | 'limit'>
type Rows = ReturnType<typeof commitments>

/** What is open stands first, the nearest date on top; then what is settled, the latest date on top. */
type Part = 'open' | 'rest'

/** One page of what an actor may see; one row more than `limit` tells whether there is a next page. */
export async function list(tx: Tx, sight: Sight, query: ListQuery, today: string): Promise<Commitment[]> {
  const place = placeOf(query.cursor)
  const rows: Commitment[] = []
  for (const part of partsOf(query, place?.part)) {
    const after = place?.part === part ? place : undefined
    const found = inPart(filtered(inSight(commitments(tx), sight), query, today), part, after)
    rows.push(...(await found.limit(query.limit + 1 - rows.length).execute()))
    if (rows.length > query.limit) break
  }
  return rows
}

/** The place of a row in `list`, for its next page. */
export function cursorOf({ status, dueOn, id }: Pick<Commitment, 'status' | 'dueOn' | 'id'>): string {
  return `${status === 'open' ? 'open' : 'rest'}.${dueOn}.${id}`
}

interface Place {
  readonly part: Part
  readonly dueOn: string
  readonly id: string
}

function placeOf(cursor: string | undefined): Place | undefined {
  const [part, dueOn, id] = cursor?.split('.') ?? []
  return dueOn !== undefined && id !== undefined ? { part: part === 'open' ? 'open' : 'rest', dueOn, id } : undefined
}

/** The parts that a filter leaves, from that of the cursor on. */
function partsOf({ status, overdue }: Filter, from: Part | undefined): Part[] {
  const isOpenOnly = status === 'open' || overdue === 'yes'
  return (['open', 'rest'] as const).filter((part) => {
    if (part === 'open') return from !== 'rest' && (status === undefined || isOpenOnly)
    return !isOpenOnly
  })
}

function inPart(rows: Rows, part: Part, after: Place | undefined): Rows {
  const [isOpen, sign, direction] = part === 'open' ? (['=', '>', 'asc'] as const) : (['<>', '<', 'desc'] as const)
  return rows
    .where('c.status', isOpen, 'open')
    .$if(after !== undefined, (q) =>
      q.where(sql<SqlBool>`(c.due_on, c.id) ${sql.raw(sign)} (${after!.dueOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy('c.due_on', direction)
    .orderBy('c.id', direction)
}

function filtered(rows: Rows, query: Filter, today: string): Rows {
  return rows
    .$if(query.status !== undefined, (q) => q.where('c.status', '=', query.status!))
    .$if(query.overdue === 'yes', (q) => q.where('c.status', '=', 'open').where('c.due_on', '<', today))
    .$if(query.unitId !== undefined, (q) => q.where('c.unit_id', '=', query.unitId!))
    .$if(query.term !== undefined, (q) => q.where('c.term', '=', query.term!))
    .$if(query.carried === 'yes', (q) => q.where('c.carries', '>', 0).where('c.status', '<>', 'superseded'))
    .$if(query.unrated === 'yes', (q) => q.where('y.year', 'is not', null).where('r.year', 'is', null))
    .$if(query.year !== undefined, (q) => q.where(onBooks(query.year!)))
    .$if(query.firstYear !== undefined, (q) => q.where(sql<SqlBool>`c.first_due_on ${between(query.firstYear!)}`))
    .$if(query.counted !== undefined, (q) => q.where(counted(query.counted!, today)))
}

/** 年度台账: first due in that year, or carried into or through it. What was settled before the year began is not on its books. */
function onBooks(year: number) {
  return sql<SqlBool>`(c.first_due_on <= ${`${year}-12-31`}::date and c.due_on >= ${`${year}-01-01`}::date
    and (c.settled_on is null or c.settled_on >= ${`${year}-01-01`}::date or c.first_due_on ${between(year)}))`
}

function between(year: number) {
  return sql`between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
}

/** The rules `isDue` and `isInTime` of `rules/measures.ts`, as conditions. */
function counted(which: NonNullable<ListQuery['counted']>, today: string) {
  const isDue = sql<SqlBool>`(c.status in ('kept', 'not_kept') or (c.status = 'open' and c.first_due_on < ${today}::date))`
  const isInTime = sql<SqlBool>`(c.status = 'kept' and c.settled_on <= c.first_due_on)`
  if (which === 'due') return isDue
  return which === 'in_time' ? isInTime : sql<SqlBool>`(${isDue} and not ${isInTime})`
}

/** The same rule as `maySee`, as a condition: a page must not be filtered after it was cut. */
function inSight(rows: Rows, { all, notConfidential, unitId, deputyId }: Sight): Rows {
  if (all) return rows
  return rows.where((where) =>
    where.or([
      ...(notConfidential ? [where('c.is_confidential', '=', false)] : []),
      ...(unitId ? [where('c.unit_id', '=', unitId)] : []),
      ...(deputyId ? [where('c.lead_deputy_id', '=', deputyId)] : []),
    ]),
  )
}
