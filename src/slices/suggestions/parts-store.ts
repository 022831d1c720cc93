import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { ContactInput, RateInput, ReplyInput, Satisfaction } from './contract.ts'
import { listCosigners } from './cosigner-store.ts'
import { listExtensions } from './extension-store.ts'
import { listHandlers } from './handling-store.ts'
import { listReplyDrafts } from './reply-draft-store.ts'
import type { Suggestion } from './store.ts'

export type Parts = Awaited<ReturnType<typeof findParts>>

/** What belongs to one suggestion beside its row. */
export async function findParts(tx: Tx, id: string) {
  return {
    requests: await listRequests(tx, id),
    cosigners: await listCosigners(tx, id),
    handlers: await listHandlers(tx, id),
    extensions: await listExtensions(tx, id),
    drafts: await listReplyDrafts(tx, id),
    contacts: await listContacts(tx, id),
    replies: await listReplies(tx, id),
    ratings: await listRatings(tx, id),
  }
}

export async function listRequests(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('suggestions.request')
    .select('text')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((it) => it.text)
}

export async function insertContact(tx: Tx, it: Suggestion, id: string, unitId: string, contact: ContactInput): Promise<void> {
  const { kind, contactedOn, note } = contact
  const row = { suggestion_id: it.id, round: it.round, unit_id: unitId, kind, contacted_on: contactedOn, note }
  await tx.db
    .insertInto('suggestions.contact')
    .values({ congress_id: tx.congressId, id, ...row })
    .execute()
}

function listContacts(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.contact as c')
    .leftJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'c.congress_id').onRef('u.id', '=', 'c.unit_id'))
    .select(['c.id', 'c.round', 'c.contacted_on as contactedOn', 'c.note', 'c.unit_id as unitId', 'u.name as unitName'])
    .select(sql<ContactInput['kind']>`c.kind`.as('kind'))
    .where('c.congress_id', '=', tx.congressId)
    .where('c.suggestion_id', '=', id)
    .orderBy('c.id')
    .execute()
}

/** What was signed goes out: the letter of one unit in this round, with its points. */
export async function insertReply(
  tx: Tx,
  it: Suggestion,
  unitId: string,
  sent: { content: ReplyInput; signedOn: string | null; scanFileId: string | null; on: string },
): Promise<void> {
  const key = { congress_id: tx.congressId, suggestion_id: it.id, round: it.round, unit_id: unitId }
  const { points, documentNumber, commitments: _told, ...rest } = sent.content
  await tx.db
    .insertInto('suggestions.reply')
    .values({
      ...key,
      ...rest,
      document_number: documentNumber,
      replied_on: sent.on,
      signed_on: sent.signedOn,
      scan_file_id: sent.scanFileId,
    })
    .execute()
  const rows = points.map((text, index) => ({ ...key, ordinal: index + 1, text }))
  await tx.db.insertInto('suggestions.reply_point').values(rows).execute()
}

function listReplies(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.reply as r')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'r.congress_id').onRef('u.id', '=', 'r.unit_id'))
    .select([
      'r.round',
      'r.unit_id as unitId',
      'r.class',
      'r.document_number as documentNumber',
      'r.signer',
      'r.contact',
      'r.text',
    ])
    .select(['r.replied_on as repliedOn', 'r.signed_on as signedOn', 'r.scan_file_id as scanFileId', 'u.name as unitName'])
    .select(
      sql<string[]>`(select coalesce(json_agg(p.text order by p.ordinal), '[]') from suggestions.reply_point p
        where p.congress_id = r.congress_id and p.suggestion_id = r.suggestion_id and p.round = r.round
          and p.unit_id = r.unit_id)`.as('points'),
    )
    .where('r.congress_id', '=', tx.congressId)
    .where('r.suggestion_id', '=', id)
    .orderBy('r.round')
    .orderBy('r.replied_on')
    .orderBy('r.unit_id')
    .execute()
}

export async function insertRating(tx: Tx, it: Suggestion, rating: RateInput, on: string): Promise<void> {
  await tx.db
    .insertInto('suggestions.rating')
    .values({ congress_id: tx.congressId, suggestion_id: it.id, round: it.round, ...rating, rated_on: on })
    .execute()
}

/** While nobody has opened it; the database refuses it afterwards. */
export async function changeRating(tx: Tx, it: Suggestion, rating: RateInput): Promise<void> {
  await tx.db
    .updateTable('suggestions.rating')
    .set(rating)
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', it.id)
    .where('round', '=', it.round)
    .execute()
}

/** From now on it never changes. */
export async function markRatingOpened(tx: Tx, it: Suggestion, at: Date): Promise<void> {
  if (it.ratingOpenedAt !== null) return
  await tx.db
    .updateTable('suggestions.rating')
    .set({ opened_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', it.id)
    .where('round', '=', it.round)
    .execute()
}

function listRatings(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.rating')
    .select(['round', 'reason', 'rated_on as ratedOn'])
    .select(sql<Satisfaction>`attitude`.as('attitude'))
    .select(sql<Satisfaction>`result`.as('result'))
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .orderBy('round')
    .execute()
}
