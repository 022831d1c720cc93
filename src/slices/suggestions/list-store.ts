import { sql } from 'kysely'
import { isOfCategory } from '#kernel/categories/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { statusesBefore } from '#lib/pure/lifecycle.ts'
import type { DatedQuery } from './clock.ts'
import type { ListQuery, Status } from './contract.ts'
import { behindFigures, isLate } from './figures/figures-store.ts'
import { lifecycle } from './rules/lifecycle.ts'
import type { Scope } from './rules/scope.ts'
import { findWords } from './search.ts'
import { suggestions, type Suggestion } from './store.ts'

export type Filter = Omit<DatedQuery, 'limit'>

/** One page of a scope, newest first; one row more than `limit` tells whether there is a next page. */
export async function list(tx: Tx, scope: Scope, query: DatedQuery): Promise<Suggestion[]> {
  if (query.q !== undefined) return listMatching(tx, scope, { ...query, q: query.q })
  return filtered(tx, scope, query)
    .orderBy('s.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

/** With the status in which it waits: for a unit that of its own part, otherwise that of the suggestion. */
export type Waiting = Suggestion & { waitsIn: Status }

/** What waits in some statuses: one status after the other, in each the longest waiting first. */
export async function listWaiting(
  tx: Tx,
  scope: Scope,
  statuses: readonly Status[],
  page: { limit: number; cursor?: string | undefined },
): Promise<Waiting[]> {
  const [from, after] = page.cursor?.split('.') ?? []
  const rows: Waiting[] = []
  for (const status of statuses.slice(
    Math.max(
      0,
      statuses.findIndex((it) => it === from),
    ),
  )) {
    const rest = page.limit + 1 - rows.length
    const more = await waitingIn(tx, scope, status, status === from ? after : undefined, rest)
    rows.push(...more.map((it) => ({ ...it, waitsIn: status })))
    if (rows.length > page.limit) break
  }
  return rows
}

/** The place of a row in `listWaiting`, for its next page. */
export function waitingCursor({ waitsIn, id }: Pick<Waiting, 'waitsIn' | 'id'>): string {
  return `${waitsIn}.${id}`
}

function waitingIn(tx: Tx, scope: Scope, status: Status, after: string | undefined, limit: number): Promise<Suggestion[]> {
  // A part that stands is in the unit's sight already; to say so twice makes the planner expect one row, and read a million.
  const waiting =
    scope.kind === 'unit'
      ? suggestions(tx).where(partStands(scope.unitId, status))
      : inScope(suggestions(tx), scope).where('s.status', '=', status)
  return waiting
    .$if(after !== undefined, (q) => q.where('s.id', '>', after!))
    .orderBy('s.id')
    .limit(limit)
    .execute()
}

function partStands(unitId: string, status: Status) {
  return sql<boolean>`(s.status in ('assigned', 'objected', 'accepted') and s.id in (select h.suggestion_id
    from suggestions.handling h where h.congress_id = s.congress_id and h.unit_id = ${unitId} and h.status = ${status}))`
}

const FIRST_BATCH = 200
const GROWTH = 4

/** Words first, filters second: batches of matches grow, so a rare combination costs few round trips. */
async function listMatching(tx: Tx, scope: Scope, query: DatedQuery & { q: string }): Promise<Suggestion[]> {
  const reader = scope.kind === 'public' ? 'public' : 'house'
  const found: Suggestion[] = []
  let before = query.cursor ?? null
  for (let size = FIRST_BATCH; ; size *= GROWTH) {
    const ids = await findWords(tx, reader, query.q, before, size)
    if (ids.length > 0) {
      const rows = await filtered(tx, scope, query)
        // One array, not one parameter for each: PostgreSQL takes 65,535 of those.
        .where(sql<boolean>`s.id = any(${ids}::uuid[])`)
        .orderBy('s.id', 'desc')
        .limit(query.limit + 1)
        .execute()
      found.push(...rows)
    }
    before = ids.at(-1) ?? null
    if (ids.length < size || found.length > query.limit) return found.slice(0, query.limit + 1)
  }
}

function filtered(tx: Tx, scope: Scope, query: Filter): ReturnType<typeof suggestions> {
  return inScope(suggestions(tx), scope)
    .$if(query.status !== undefined, (q) => q.where('s.status', '=', query.status!))
    .$if(query.category !== undefined, (q) => q.where(isOfCategory(sql.ref('s.category'), query.category!)))
    .$if(query.unitId !== undefined, (q) => q.where('s.unit_id', '=', query.unitId!))
    .$if(query.deputyId !== undefined, (q) => q.where('s.lead_deputy_id', '=', query.deputyId!))
    .$if(query.answered === 'yes', (q) => q.where('s.replied_on', 'is not', null).where('s.status', '<>', 'withdrawn'))
    .$if(query.answered === 'no', (q) =>
      q.where('s.handed_over_on', 'is not', null).where('s.replied_on', 'is', null).where('s.status', '<>', 'withdrawn'),
    )
    .$if(query.late !== undefined, (q) => q.where(isLate(query.late!)))
    .$if(query.year !== undefined, (q) => q.where('s.year', '=', Number(query.year!)))
    .$if(query.key !== undefined, (q) => q.where('s.is_key', '=', true))
    .where(behindFigures(query))
    .$if(query.asked !== undefined, (q) => q.where(waitsForWord(scope, query.asked!)))
    .$if(query.cursor !== undefined, (q) => q.where('s.id', '<', query.cursor!))
}

/** Somebody's word is waited for: the office's on an extension, or that of the deputy whose list of joint suggestions this is. */
function waitsForWord(scope: Scope, asked: NonNullable<ListQuery['asked']>) {
  if (asked === 'extension') {
    return sql<boolean>`s.id in (select e.suggestion_id from suggestions.extension e
      where e.congress_id = s.congress_id and e.decision is null)`
  }
  if (scope.kind !== 'cosigned') return sql<boolean>`false`
  const mine = sql`select c.suggestion_id from suggestions.cosigner c
    where c.congress_id = s.congress_id and c.suggestion_id = s.id and c.deputy_id = ${scope.deputyId}`
  if (asked === 'withdrawal') {
    return sql<boolean>`(s.withdrawal_reason is not null and s.status <> 'withdrawn'
      and s.id in (${mine} and c.answer = 'confirmed' and c.agreed_withdrawal_on is null))`
  }
  return sql<boolean>`(s.status = any(${statusesBefore(lifecycle, 'cosign')}::text[])
    and s.id in (${mine} and (c.answer is null or (c.answer = 'confirmed' and c.text_version <> s.text_version))))`
}

/** The same rule as `maySee`, as a condition: a page must not be filtered after it was cut. */
export function inScope(q: ReturnType<typeof suggestions>, scope: Scope): ReturnType<typeof suggestions> {
  if (scope.kind === 'own') return q.where('s.lead_deputy_id', '=', scope.deputyId)
  if (scope.kind === 'cosigned')
    return q.where(sql<boolean>`s.id in (select c.suggestion_id from suggestions.cosigner c
    where c.congress_id = s.congress_id and c.deputy_id = ${scope.deputyId})`)
  if (scope.kind === 'unit')
    return q.where(sql<boolean>`s.id in (select h.suggestion_id from suggestions.handling h
    where h.congress_id = s.congress_id and h.unit_id = ${scope.unitId} and h.status <> 'released')`)
  if (scope.kind === 'public')
    return q.where('s.reference', 'is not', null).where('s.status', '<>', 'withdrawn').where('s.is_confidential', '=', false)
  return q
    .where('s.submitted_on', 'is not', null)
    .$if(!scope.seesConfidential, (all) => all.where('s.is_confidential', '=', false))
}
