import type { Tx } from '#lib/db/tx.ts'

/** More than this is no interest but a list, for which there are filters. */
export const MOST_FOLLOWED = 200

/** From now on this person is told; who follows already still does. False where they follow too much. */
export async function follow(tx: Tx, subjectId: string, accountId: string, at: Date): Promise<boolean> {
  if ((await listFollowed(tx, accountId)).length >= MOST_FOLLOWED) return isFollowing(tx, subjectId, accountId)
  await tx.db
    .insertInto('notifications.following')
    .values({ congress_id: tx.congressId, subject_id: subjectId, account_id: accountId, followed_at: at })
    .onConflict((conflict) => conflict.columns(['congress_id', 'subject_id', 'account_id']).doNothing())
    .execute()
  return true
}

export async function unfollow(tx: Tx, subjectId: string, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('notifications.following')
    .where('congress_id', '=', tx.congressId)
    .where('subject_id', '=', subjectId)
    .where('account_id', '=', accountId)
    .execute()
}

/** What is no longer for everybody is followed by nobody. */
export async function dropFollowers(tx: Tx, subjectId: string): Promise<void> {
  await tx.db
    .deleteFrom('notifications.following')
    .where('congress_id', '=', tx.congressId)
    .where('subject_id', '=', subjectId)
    .execute()
}

export async function isFollowing(tx: Tx, subjectId: string, accountId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('notifications.following')
    .select('subject_id')
    .where('congress_id', '=', tx.congressId)
    .where('subject_id', '=', subjectId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** What this person follows, the newest first. */
export async function listFollowed(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('notifications.following')
    .select('subject_id as subjectId')
    .where('congress_id', '=', tx.congressId)
    .where('account_id', '=', accountId)
    .orderBy('followed_at', 'desc')
    .orderBy('subject_id')
    .limit(MOST_FOLLOWED)
    .execute()
  return rows.map((it) => it.subjectId)
}
