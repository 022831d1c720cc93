import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { ListQuery } from './contract.ts'
import type { Scope } from './rules/scope.ts'
import { motions, withCosigners, type Motion } from './store.ts'

/** A query of the API, or of the search, which also looks for a number. */
type Asked = ListQuery & { readonly number?: number }

/** One page of a scope, newest first; one row more than `limit` tells whether there is a next page. */
export async function list(tx: Tx, scope: Scope, query: Asked): Promise<Motion[]> {
  const { status, kind, committeeId, series, suggestionId, number, q, turn, cursor } = query
  const rows = await inScope(motions(tx), scope)
    .$if(status !== undefined, (it) => it.where('m.status', '=', status!))
    .$if(kind !== undefined, (it) => it.where('t.kind', '=', kind!))
    .$if(committeeId !== undefined, (it) => it.where('m.committee_id', '=', committeeId!))
    .$if(series !== undefined, (it) => it.where('m.series', '=', series!))
    .$if(suggestionId !== undefined, (it) => it.where(isLinked(suggestionId!)))
    .$if(number !== undefined, (it) => it.where('m.number', '=', number!))
    // A year brings tens of motions, not thousands: a plain search is quick and finds words in the middle.
    .$if(q !== undefined, (it) => it.where(sql<boolean>`strpos(concat_ws(' ', t.title, t.grounds, t.plan, d.name), ${q!}) > 0`))
    .$if(turn !== undefined, (it) => it.where(waitsFor(scope)))
    .$if(cursor !== undefined, (it) => it.where(isAfter(tx, cursor!)))
    .orderBy(sql`coalesce(m.received_on, m.submitted_on, (m.created_at at time zone 'Asia/Shanghai')::date)`, 'desc')
    .orderBy(sql`coalesce(m.number, 0)`, 'desc')
    .orderBy('m.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return withCosigners(tx, rows)
}

/** What comes after the last row of the page before, in the order of the list: the latest first, of one day the highest number. */
function isAfter(tx: Tx, cursor: string) {
  const key = (it: string) => sql`coalesce(${sql.ref(`${it}.received_on`)}, ${sql.ref(`${it}.submitted_on`)},
    (${sql.ref(`${it}.created_at`)} at time zone 'Asia/Shanghai')::date), coalesce(${sql.ref(`${it}.number`)}, 0), ${sql.ref(`${it}.id`)}`
  return sql<boolean>`(${key('m')}) < (select ${key('c')} from motions.motion c
    where c.congress_id = ${tx.congressId} and c.id = ${cursor})`
}

/** The same rule as `maySee`, as a condition: a page must not be filtered after it was cut. */
function inScope(q: ReturnType<typeof motions>, scope: Scope): ReturnType<typeof motions> {
  if (scope.kind === 'public') return q.where(isPublic)
  if (scope.kind === 'office') return q.where('m.submitted_on', 'is not', null)
  if (scope.kind === 'committee') return q.where('m.committee_id', '=', scope.unitId)
  return q.where(sql<boolean>`(m.lead_deputy_id = ${scope.deputyId} or ${isInvited(scope.deputyId)})`)
}

/** What was received stands in public, whatever became of it; what was taken back does not. */
const isPublic = sql<boolean>`(m.reference is not null and m.status <> 'withdrawn')`

function isLinked(suggestionId: string) {
  return sql<boolean>`exists (select from motions.link l
    where l.congress_id = m.congress_id and l.motion_id = m.id and l.suggestion_id = ${suggestionId})`
}

function isInvited(deputyId: string) {
  return sql<boolean>`exists (select from motions.cosigner c
    where c.congress_id = m.congress_id and c.motion_id = m.id and c.deputy_id = ${deputyId})`
}

/** Whose turn it is, as a condition. */
function waitsFor(scope: Scope) {
  if (scope.kind === 'office' || scope.kind === 'public') {
    return sql<boolean>`(m.status in ('submitted', 'received', 'consented') or (m.status = 'to_committee' and o.motion_id is not null))`
  }
  if (scope.kind === 'committee') return sql<boolean>`(m.status = 'to_committee' and o.motion_id is null)`
  return sql<boolean>`(
    (m.lead_deputy_id = ${scope.deputyId} and m.status in ('draft', 'cosigning', 'returned', 'not_motion'))
    or (m.status in ('cosigning', 'returned') and exists (select from motions.cosigner c
      where c.congress_id = m.congress_id and c.motion_id = m.id and c.deputy_id = ${scope.deputyId}
        and c.declined_at is null and c.withdrawn_at is null
        and c.confirmed_version is distinct from m.text_version)))`
}

/** How many wait for the reader, by status. */
export async function countTurns(tx: Tx, scope: Scope): Promise<Map<string, number>> {
  const rows = await inScope(motions(tx), scope).where(waitsFor(scope)).execute()
  const counts = new Map<string, number>()
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}
