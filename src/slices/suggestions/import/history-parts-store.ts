import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from '../contract.ts'
import type { History } from './rules/history-row.ts'

/** Tables of earlier years know neither who signed nor whom to ask, and a reply is one text, not one for each request. */
const NOT_TOLD = '未登记'
const WHOLE = '见答复正文。'

/** What belongs to an imported suggestion beside its row. */
export async function insertParts(tx: Tx, id: string, it: History): Promise<void> {
  const key = { congress_id: tx.congressId, suggestion_id: id }
  const requests = it.requests.map((text, at) => ({ ...key, ordinal: at + 1, text }))
  if (requests.length > 0) await tx.db.insertInto('suggestions.request').values(requests).execute()
  const asked = { invited_on: it.submittedOn, answer: 'confirmed', answered_on: it.submittedOn, text_version: 1 }
  const cosigners = it.jointDeputyIds.map((deputy_id) => ({ ...key, deputy_id, ...asked }))
  if (cosigners.length > 0) await tx.db.insertInto('suggestions.cosigner').values(cosigners).execute()
  await insertHandlings(tx, id, it)
  await insertReply(tx, id, it)
}

/** The first unit leads, the others help. */
async function insertHandlings(tx: Tx, suggestion_id: string, { unitIds, handedOverOn, status }: History): Promise<void> {
  if (handedOverOn === null || unitIds.length === 0) return
  const rows = unitIds.map((unit_id, at) => ({
    congress_id: tx.congressId,
    suggestion_id,
    ordinal: at + 1,
    unit_id,
    part: at === 0 ? 'lead' : 'co',
    status: handlingStatus(status),
    handed_over_on: handedOverOn,
  }))
  await tx.db.insertInto('suggestions.handling').values(rows).execute()
}

function handlingStatus(status: Status): 'assigned' | 'accepted' | 'done' {
  return status === 'assigned' || status === 'accepted' ? status : 'done'
}

async function insertReply(tx: Tx, suggestion_id: string, it: History): Promise<void> {
  const [unit_id] = it.unitIds
  if (!it.reply || unit_id === undefined) return
  const key = { congress_id: tx.congressId, suggestion_id, round: 1 }
  const { on: replied_on, class: classOf, documentNumber: document_number, text } = it.reply
  await tx.db
    .insertInto('suggestions.reply')
    .values({ ...key, unit_id, class: classOf, document_number, text, replied_on, signer: NOT_TOLD, contact: NOT_TOLD })
    .execute()
  const asked = it.requests.length > 0 ? it.requests : ['']
  const points = asked.map((_, at) => ({ ...key, unit_id, ordinal: at + 1, text: WHOLE }))
  await tx.db.insertInto('suggestions.reply_point').values(points).execute()
  if (!it.rating) return
  const { attitude, result, on: rated_on } = it.rating
  await tx.db
    .insertInto('suggestions.rating')
    .values({ ...key, attitude, result, reason: '', rated_on })
    .execute()
}

const tables = ['rating', 'reply_point', 'reply', 'handling', 'cosigner', 'request'] as const

/** The database lets these go only where an import wrote them and nobody touched the suggestion since (migrations 0061, 0067, 0068). */
export async function removeParts(tx: Tx, id: string): Promise<void> {
  for (const table of tables) {
    await tx.db
      .deleteFrom(`suggestions.${table}`)
      .where('congress_id', '=', tx.congressId)
      .where('suggestion_id', '=', id)
      .execute()
  }
}

/** A suggestion as an import would write it: what undoing a later import puts back. */
export async function readHistory(tx: Tx, id: string): Promise<History> {
  const { rows } = await sql<History>`
    select s.term, s.session, s.series, s.number, s.reference, s.title, s.matter, s.status, s.category,
      s.lead_deputy_id as "leadDeputyId", s.is_public as "isPublic", s.submitted_on as "submittedOn", s.handed_over_on as "handedOverOn",
      (select coalesce(json_agg(c.deputy_id order by c.deputy_id), '[]') from suggestions.cosigner c
        where c.congress_id = s.congress_id and c.suggestion_id = s.id and c.answer = 'confirmed') as "jointDeputyIds",
      (select coalesce(json_agg(h.unit_id order by h.ordinal), '[]') from suggestions.handling h
        where h.congress_id = s.congress_id and h.suggestion_id = s.id and h.status <> 'released') as "unitIds",
      (select coalesce(json_agg(q.text order by q.ordinal), '[]') from suggestions.request q
        where q.congress_id = s.congress_id and q.suggestion_id = s.id) as requests,
      (select json_build_object('on', r.replied_on, 'class', r.class, 'documentNumber', r.document_number, 'text', r.text)
        from suggestions.reply r where r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1 limit 1) as reply,
      (select json_build_object('on', r.rated_on, 'attitude', r.attitude, 'result', r.result)
        from suggestions.rating r where r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1) as rating
    from suggestions.suggestion s where s.congress_id = ${tx.congressId} and s.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Error('No such suggestion')
  return rows[0]
}
