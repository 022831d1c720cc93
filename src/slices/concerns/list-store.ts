import { sql, type SqlBool } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Counting, ListQuery } from './contract.ts'
import { open, running } from './rules/lifecycle.ts'
import type { Sight } from './rules/may.ts'
import { concerns, type Concern } from './store.ts'

export type Filter = Omit<ListQuery, 'cursor' | 'limit'>
type Rows = ReturnType<typeof concerns>

/** What is not answered stands first, the nearest day on top; then the rest, the newest on top. */
type Part = 'open' | 'rest'

/** One page of what an actor may see; one row more than `limit` tells whether there is a next page. */
export async function list(tx: Tx, sight: Sight, query: ListQuery, today: string): Promise<Concern[]> {
  const place = placeOf(query.cursor)
  const rows: Concern[] = []
  for (const part of partsOf(query, place?.part)) {
    const after = place?.part === part ? place : undefined
    const found = inPart(filtered(inSight(concerns(tx), sight), query, today), part, after)
    rows.push(...(await found.limit(query.limit + 1 - rows.length).execute()))
    if (rows.length > query.limit) break
  }
  return rows
}

/** The place of a row in `list`, for its next page. */
export function cursorOf({ status, dueOn, sentOn, id }: Pick<Concern, 'status' | 'dueOn' | 'sentOn' | 'id'>): string {
  return open.includes(status) ? `open.${dueOn}.${id}` : `rest.${sentOn}.${id}`
}

interface Place {
  readonly part: Part
  readonly on: string
  readonly id: string
}

function placeOf(cursor: string | undefined): Place | undefined {
  const [part, on, id] = cursor?.split('.') ?? []
  return on !== undefined && id !== undefined ? { part: part === 'open' ? 'open' : 'rest', on, id } : undefined
}

/** The parts that a filter leaves, from that of the cursor on. */
function partsOf({ status, counted }: Filter, from: Part | undefined): Part[] {
  const only = counted === 'open' || counted === 'overdue' ? 'open' : status && (open.includes(status) ? 'open' : 'rest')
  return (['open', 'rest'] as const).filter(
    (part) => (only === undefined || only === part) && !(from === 'rest' && part === 'open'),
  )
}

function inPart(rows: Rows, part: Part, after: Place | undefined): Rows {
  const [is, day, sign, direction] =
    part === 'open' ? (['in', 'c.due_on', '>', 'asc'] as const) : (['not in', 'c.sent_on', '<', 'desc'] as const)
  return rows
    .where('c.status', is, [...open])
    .$if(after !== undefined, (q) =>
      q.where(sql<SqlBool>`(${sql.ref(day)}, c.id) ${sql.raw(sign)} (${after!.on}::date, ${after!.id}::uuid)`),
    )
    .orderBy(day, direction)
    .orderBy('c.id', direction)
}

function filtered(rows: Rows, query: Filter, today: string): Rows {
  return (
    rows
      .$if(query.status !== undefined, (q) => q.where('c.status', '=', query.status!))
      .$if(query.result !== undefined, (q) => q.where('c.result', '=', query.result!))
      .$if(query.unitId !== undefined, (q) => q.where('c.unit_id', '=', query.unitId!))
      .$if(query.suggestionId !== undefined, (q) => q.where('c.suggestion_id', '=', query.suggestionId!))
      .$if(query.counted !== undefined, (q) => q.where(counted(query.counted!, today)))
      // A year brings hundreds of small concerns, not tens of thousands: a plain search is quick and finds words in the middle.
      .$if(query.q !== undefined, (q) => q.where(sql<SqlBool>`strpos(concat_ws(' ', c.text, c.place, d.name), ${query.q!}) > 0`))
  )
}

/** The rules of `rules/measures.ts`, as conditions. */
function counted(which: Counting, today: string) {
  return {
    all: sql<SqlBool>`c.status <> 'withdrawn'`,
    open: sql<SqlBool>`c.status = any(${[...open]}::text[])`,
    overdue: sql<SqlBool>`(c.status = any(${[...running]}::text[]) and c.due_on < ${today}::date)`,
    answered: sql<SqlBool>`c.result is not null`,
    solved: sql<SqlBool>`(c.result = 'solved' and c.is_satisfied is distinct from false)`,
    converted: sql<SqlBool>`c.status = 'converted'`,
  }[which]
}

/** The same rule as `maySee`, as a condition: a page must not be filtered after it was cut. */
function inSight(rows: Rows, { all, notConfidential, unitId, deputyId }: Sight): Rows {
  if (all) return rows
  return rows.where((where) =>
    where.or([
      ...(notConfidential ? [where('c.is_confidential', '=', false)] : []),
      ...(unitId ? [had(unitId)] : []),
      ...(deputyId ? [where('c.deputy_id', '=', deputyId)] : []),
    ]),
  )
}

function had(unitId: string) {
  return sql<SqlBool>`exists (select from concerns.hand_over h
    where h.congress_id = c.congress_id and h.unit_id = ${unitId} and h.concern_id = c.id)`
}
