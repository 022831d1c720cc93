import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Named } from '../contract.ts'
import type { Scope } from '../linked.ts'
import type { EventInput, HoldInput, Status } from './contract.ts'

/** A face-to-face event with who came and what came of each suggestion. */
export interface FaceToFace {
  id: string
  theme: string
  heldOn: string
  place: string
  siteView: string
  residents: number
  said: string
  minutes: string
  status: Status
  cancelReason: string | null
  version: number
  units: Named[]
  deputies: Named[]
  links: { suggestionId: string; result: string }[]
}

export function find(tx: Tx, id: string): Promise<FaceToFace | undefined> {
  return events(tx).where('e.id', '=', id).executeTakeFirst()
}

export async function lock(tx: Tx, id: string): Promise<FaceToFace | undefined> {
  await tx.db
    .selectFrom('pressing.face_to_face')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return find(tx, id)
}

/** Newest first, one row more than `limit`. */
export function list(
  tx: Tx,
  scope: Scope,
  query: { limit: number; cursor?: string | undefined; status?: Status | undefined },
): Promise<FaceToFace[]> {
  return inScope(events(tx), scope)
    .$if(query.status !== undefined, (q) => q.where('e.status', '=', query.status!))
    .$if(query.cursor !== undefined, (q) => q.where('e.id', '<', query.cursor!))
    .orderBy('e.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export const PUBLIC_EVENTS = 100

export function listHeld(tx: Tx): Promise<FaceToFace[]> {
  return events(tx).where('e.status', '=', 'held').orderBy('e.held_on', 'desc').orderBy('e.id').limit(PUBLIC_EVENTS).execute()
}

export function listOf(tx: Tx, suggestionId: string): Promise<FaceToFace[]> {
  return events(tx)
    .where(
      sql<boolean>`exists (select from pressing.face_to_face_suggestion s
        where s.congress_id = e.congress_id and s.event_id = e.id and s.suggestion_id = ${suggestionId})`,
    )
    .orderBy('e.held_on', 'desc')
    .orderBy('e.id')
    .execute()
}

export async function countByStatus(tx: Tx): Promise<Map<Status, number>> {
  const rows = await tx.db
    .selectFrom('pressing.face_to_face')
    .select([sql<Status>`status`.as('status'), sql<number>`count(*)::int`.as('amount')])
    .where('congress_id', '=', tx.congressId)
    .groupBy('status')
    .execute()
  return new Map(rows.map(({ status, amount }) => [status, amount]))
}

export async function insert(tx: Tx, row: { id: string; input: EventInput; at: Date }): Promise<void> {
  const { id, input, at } = row
  await tx.db
    .insertInto('pressing.face_to_face')
    .values({ congress_id: tx.congressId, id, ...written(input), status: 'planned', created_at: at })
    .execute()
  await insertGuests(tx, id, input)
}

export async function rewrite(tx: Tx, it: FaceToFace, input: EventInput): Promise<void> {
  for (const table of ['face_to_face_unit', 'face_to_face_deputy', 'face_to_face_suggestion'] as const) {
    await tx.db.deleteFrom(`pressing.${table}`).where('congress_id', '=', tx.congressId).where('event_id', '=', it.id).execute()
  }
  await tx.db
    .updateTable('pressing.face_to_face')
    .set({ ...written(input), version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  await insertGuests(tx, it.id, input)
}

export async function saveHeld(tx: Tx, it: FaceToFace, input: HoldInput): Promise<void> {
  const { residents, said, minutes, results } = input
  await tx.db
    .updateTable('pressing.face_to_face')
    .set({ status: 'held', residents, said, minutes, version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
  for (const { suggestionId, result } of results) {
    await tx.db
      .updateTable('pressing.face_to_face_suggestion')
      .set({ result })
      .where('congress_id', '=', tx.congressId)
      .where('event_id', '=', it.id)
      .where('suggestion_id', '=', suggestionId)
      .execute()
  }
}

export async function saveCancelled(tx: Tx, it: FaceToFace, reason: string): Promise<void> {
  await tx.db
    .updateTable('pressing.face_to_face')
    .set({ status: 'cancelled', cancel_reason: reason, version: it.version + 1 })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', it.id)
    .execute()
}

function written(input: EventInput) {
  return { theme: input.theme, held_on: input.heldOn, place: input.place, site_view: input.siteView }
}

async function insertGuests(tx: Tx, eventId: string, { unitIds, deputyIds, suggestionIds }: EventInput): Promise<void> {
  const key = { congress_id: tx.congressId, event_id: eventId }
  const units = [...new Set(unitIds)].map((id) => ({ ...key, unit_id: id }))
  const deputies = [...new Set(deputyIds)].map((id) => ({ ...key, deputy_id: id }))
  const suggestions = [...new Set(suggestionIds)].map((id) => ({ ...key, suggestion_id: id }))
  if (units.length > 0) await tx.db.insertInto('pressing.face_to_face_unit').values(units).execute()
  if (deputies.length > 0) await tx.db.insertInto('pressing.face_to_face_deputy').values(deputies).execute()
  if (suggestions.length > 0) await tx.db.insertInto('pressing.face_to_face_suggestion').values(suggestions).execute()
}

function inScope(query: ReturnType<typeof events>, scope: Scope): ReturnType<typeof events> {
  if (scope.kind === 'all') return query
  return query.where(
    sql<boolean>`(exists (select from pressing.face_to_face_unit u where u.congress_id = e.congress_id and u.event_id = e.id
        and u.unit_id = ${scope.unitId}::uuid)
      or exists (select from pressing.face_to_face_deputy d where d.congress_id = e.congress_id and d.event_id = e.id
        and d.deputy_id = ${scope.deputyId}::uuid)
      or exists (select from pressing.face_to_face_suggestion s where s.congress_id = e.congress_id and s.event_id = e.id
        and s.suggestion_id = any(${[...scope.suggestionIds]}::uuid[])))`,
  )
}

function events(tx: Tx) {
  return tx.db
    .selectFrom('pressing.face_to_face as e')
    .where('e.congress_id', '=', tx.congressId)
    .select([
      'e.id',
      'e.theme',
      'e.held_on as heldOn',
      'e.place',
      'e.site_view as siteView',
      'e.residents',
      'e.said',
      'e.minutes',
    ])
    .select(['e.cancel_reason as cancelReason', 'e.version'])
    .select(sql<Status>`e.status`.as('status'))
    .select(
      sql<Named[]>`(select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.ordinal, u.id), '[]')
        from pressing.face_to_face_unit x join congress.unit u on u.congress_id = x.congress_id and u.id = x.unit_id
        where x.congress_id = e.congress_id and x.event_id = e.id)`.as('units'),
    )
    .select(
      sql<Named[]>`(select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) order by d.name, d.id), '[]')
        from pressing.face_to_face_deputy x join congress.deputy d on d.congress_id = x.congress_id and d.id = x.deputy_id
        where x.congress_id = e.congress_id and x.event_id = e.id)`.as('deputies'),
    )
    .select(
      sql<FaceToFace['links']>`(select coalesce(json_agg(json_build_object('suggestionId', s.suggestion_id, 'result', s.result)
        order by s.suggestion_id), '[]')
        from pressing.face_to_face_suggestion s where s.congress_id = e.congress_id and s.event_id = e.id)`.as('links'),
    )
}
