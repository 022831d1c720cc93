import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'

export interface Preference {
  isDigestMailed: boolean
  mailCipher: string | null
}

/** A person who never chose wants the digest, but gets none before giving an address. */
const NEVER_CHOSEN: Preference = { isDigestMailed: true, mailCipher: null }

export async function getPreference(tx: Tx, accountId: string): Promise<Preference> {
  const row = await tx.db
    .selectFrom('notifications.preference')
    .select(['is_digest_mailed as isDigestMailed', 'mail_cipher as mailCipher'])
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? NEVER_CHOSEN
}

export async function savePreference(tx: Tx, accountId: string, it: Preference): Promise<void> {
  const values = { is_digest_mailed: it.isDigestMailed, mail_cipher: it.mailCipher }
  await tx.db
    .insertInto('notifications.preference')
    .values({ congress_id: tx.congressId, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(['congress_id', 'account_id']).doUpdateSet(values))
    .execute()
}

/** Enabled accounts that want a digest, have an address and at least one notice since `since` that was in none. */
export async function listDue(tx: Tx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from notifications.preference p
    join identity.account a on a.congress_id = p.congress_id and a.id = p.account_id
    where p.congress_id = ${tx.congressId} and p.is_digest_mailed and p.mail_cipher is not null and a.is_enabled
      and exists (select from notifications.notice n where n.congress_id = p.congress_id and n.account_id = p.account_id
        and n.digested_on is null and n.at >= ${since})
    order by a.id`.execute(tx.db)
  return rows.map((row) => row.id)
}

export interface Addressee {
  name: string
  mailCipher: string
  congress: string
}

/** The person to write to; undefined where the account was disabled or the digest switched off meanwhile. */
export async function findAddressee(tx: Tx, accountId: string): Promise<Addressee | undefined> {
  const { rows } = await sql<Addressee>`
    select a.name, p.mail_cipher as "mailCipher", c.name as congress
    from notifications.preference p
    join identity.account a on a.congress_id = p.congress_id and a.id = p.account_id
    join congress.congress c on c.id = p.congress_id
    where p.congress_id = ${tx.congressId} and p.account_id = ${accountId}
      and p.is_digest_mailed and p.mail_cipher is not null and a.is_enabled`.execute(tx.db)
  return rows[0]
}

/** Marks that the digest of a day is about to leave; false where that was marked before, so it must not leave again. */
export async function markDigest(tx: Tx, accountId: string, day: string, items: number, at: Date): Promise<boolean> {
  const row = await tx.db
    .insertInto('notifications.digest')
    .values({ congress_id: tx.congressId, account_id: accountId, day, state: 'marked', items, marked_at: at })
    .onConflict((conflict) => conflict.columns(['congress_id', 'account_id', 'day']).doNothing())
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

/** How the sending ended: it left, or nobody can say. */
export async function settleDigest(tx: Tx, accountId: string, day: string, state: 'sent' | 'unknown', at: Date): Promise<void> {
  await tx.db
    .updateTable('notifications.digest')
    .set({ state, settled_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .execute()
}

/** A mark without an end belongs to a process that died while sending. */
export async function settleAbandoned(tx: Tx, accountId: string, day: string, at: Date): Promise<boolean> {
  const row = await tx.db
    .updateTable('notifications.digest')
    .set({ state: 'unknown', settled_at: at })
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .where('state', '=', 'marked')
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a mark back; only where the mail surely did not leave. */
export async function unmarkDigest(tx: Tx, accountId: string, day: string): Promise<void> {
  await tx.db
    .deleteFrom('notifications.digest')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .execute()
}
