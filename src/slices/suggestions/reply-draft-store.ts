import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { ReplyInput } from './contract.ts'

/** What units have written so far in this round. */
export function listReplyDrafts(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.reply_draft as r')
    .innerJoin('congress.unit as u', (join) => join.onRef('u.congress_id', '=', 'r.congress_id').onRef('u.id', '=', 'r.unit_id'))
    .select(['r.unit_id as unitId', 'u.name as unitName', 'r.version', 'r.signed_on as signedOn', 'r.scan_file_id as scanFileId'])
    .select(sql<ReplyInput>`r.content`.as('content'))
    .where('r.congress_id', '=', tx.congressId)
    .where('r.suggestion_id', '=', id)
    .orderBy('r.unit_id')
    .execute()
}

/** Whatever was signed is signed no longer. */
export async function writeReplyDraft(tx: Tx, id: string, unitId: string, content: ReplyInput): Promise<void> {
  const json = JSON.stringify(content)
  await sql`
    insert into suggestions.reply_draft (congress_id, suggestion_id, unit_id, content)
    values (${tx.congressId}, ${id}, ${unitId}, ${json}::jsonb)
    on conflict (congress_id, suggestion_id, unit_id) do update
      set content = excluded.content, version = suggestions.reply_draft.version + 1, signed_on = null, scan_file_id = null`.execute(
    tx.db,
  )
}

export async function signReplyDraft(
  tx: Tx,
  id: string,
  unitId: string,
  signed: { on: string; scanFileId: string | null },
): Promise<void> {
  await tx.db
    .updateTable('suggestions.reply_draft')
    .set({ signed_on: signed.on, scan_file_id: signed.scanFileId })
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .where('unit_id', '=', unitId)
    .execute()
}

/** Sent, or handed to somebody else: nothing of it stays behind. */
export async function dropReplyDrafts(tx: Tx, id: string, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return
  await tx.db
    .deleteFrom('suggestions.reply_draft')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .where('unit_id', 'in', [...unitIds])
    .execute()
}
