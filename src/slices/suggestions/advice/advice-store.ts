import type { Tx } from '#lib/db/tx.ts'

/** The requests of a suggestion in their order. */
export async function requestsOf(tx: Tx, suggestionId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('suggestions.request')
    .select('text')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', suggestionId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ text }) => text)
}

/** True when an account of this deputy holds a telephone number. */
export async function hasContact(tx: Tx, deputyId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('identity.account')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('deputy_id', '=', deputyId)
    .where('phone_cipher', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
