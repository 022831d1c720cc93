import { sql } from 'kysely'
import { LIVE_CHANNEL } from '#kernel/audit/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { Words } from '#lib/pure/words.ts'
import { MOST_COUNTED } from './contract.ts'
import { NOTICE_CREATED } from './rules/live.ts'
import type { Recipient } from './rules/people.ts'

export interface NoticeRow {
  id: string
  accountId: string
  at: Date
  text: Words<string>
  why: Words<string>
  link: string
  readAt: Date | null
}

/** The enabled accounts a recipient stands for at this moment. */
export async function accountsOf(tx: Tx, to: Recipient): Promise<string[]> {
  const withRole = (role: string) =>
    sql<boolean>`exists (select from identity.role_grant g
      where g.congress_id = a.congress_id and g.account_id = a.id and g.role = ${role})`
  const follows = (subjectId: string) =>
    sql<boolean>`exists (select from notifications.following f
      where f.congress_id = a.congress_id and f.account_id = a.id and f.subject_id = ${subjectId})`
  const rows = await tx.db
    .selectFrom('identity.account as a')
    .select('a.id')
    .where('a.congress_id', '=', tx.congressId)
    .where('a.is_enabled', '=', true)
    .$if(to.kind === 'account', (q) => q.where('a.id', '=', to.kind === 'account' ? to.accountId : ''))
    .$if(to.kind === 'deputy', (q) => q.where('a.deputy_id', '=', to.kind === 'deputy' ? to.deputyId : ''))
    .$if(to.kind === 'unit', (q) => q.where('a.unit_id', '=', to.kind === 'unit' ? to.unitId : ''))
    .$if(to.kind === 'role' || to.kind === 'unit', (q) => q.where(withRole('role' in to ? to.role : '')))
    .$if(to.kind === 'followers', (q) => q.where(follows('subjectId' in to ? to.subjectId : '')))
    .orderBy('a.id')
    .execute()
  return rows.map((row) => row.id)
}

export type NewNotice = Omit<NoticeRow, 'id' | 'readAt'>

/** Inserts notices of one event and signals each new one to its reader. Who was told before is told nothing: answers how many were new. */
export async function insertNotices(tx: Tx, eventId: string, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0
  const rows = notices.map((it) => ({ ...it, id: newId(), at: it.at.toISOString() }))
  const { rows: told } = await sql`
    with told as (
      insert into notifications.notice (congress_id, id, account_id, event_id, at, text, why, link)
      select ${tx.congressId}::int, it.id, it."accountId", ${eventId}::uuid, it.at, it.text, it.why, it.link
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as it (id uuid, "accountId" uuid, at timestamptz, text jsonb, why jsonb, link text)
      on conflict (congress_id, event_id, account_id) do nothing
      returning id, account_id
    )
    select pg_notify(${LIVE_CHANNEL}, concat_ws(' ', ${tx.congressId}::int, ${NOTICE_CREATED}::text, id, account_id)) from told`.execute(
    tx.db,
  )
  return told.length
}

/** One page of a person's notices, newest first, with one row more than `limit`. */
export function listNotices(
  tx: Tx,
  accountId: string,
  query: { cursor?: string | undefined; unread?: boolean | undefined; limit: number },
): Promise<NoticeRow[]> {
  return notices(tx, accountId)
    .$if(query.unread === true, (q) => q.where('read_at', 'is', null))
    .$if(query.cursor !== undefined, (q) => q.where('id', '<', query.cursor!))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

/** How many are unread; stops counting at `MOST_COUNTED`, so the bell costs the same for everybody. */
export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from notifications.notice
      where congress_id = ${tx.congressId} and account_id = ${accountId} and read_at is null limit ${MOST_COUNTED}
    ) as unread`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** False where the notice is not this person's. */
export async function markRead(tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> {
  const row = await tx.db
    .updateTable('notifications.notice')
    .set({ read_at: sql<Date>`coalesce(read_at, ${at})` })
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function markAllRead(tx: Tx, accountId: string, upTo: string | undefined, at: Date): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('notifications.notice')
    .set({ read_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(upTo !== undefined, (q) => q.where('id', '<=', upTo!))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Removes what was read before `before`; what nobody read stays. */
export async function forgetRead(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('notifications.notice')
    .where('congress_id', '=', tx.congressId)
    .where('read_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** What was not yet in a digest, oldest first, and not older than `since`. */
export function listUndigested(tx: Tx, accountId: string, since: Date): Promise<NoticeRow[]> {
  return notices(tx, accountId).where('digested_on', 'is', null).where('at', '>=', since).orderBy('id').execute()
}

/** Puts notices into the digest of a day, or takes them out again (null) when it turned out that the mail never left. */
export async function setDigested(tx: Tx, ids: readonly string[], day: string | null): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('notifications.notice')
    .set({ digested_on: day })
    .where('congress_id', '=', tx.congressId)
    .where('id', 'in', ids)
    .execute()
}

function notices(tx: Tx, accountId: string) {
  return tx.db
    .selectFrom('notifications.notice')
    .select(['id', 'account_id as accountId', 'at', 'link', 'read_at as readAt'])
    .select([sql<Words<string>>`text`.as('text'), sql<Words<string>>`why`.as('why')])
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
}
