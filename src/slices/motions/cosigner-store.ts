import type { Tx } from '#lib/db/tx.ts'

/** Asks deputies to join; whoever declined or withdrew before is asked anew, an open invitation stays as it is. */
export async function inviteAll(tx: Tx, motionId: string, deputyIds: readonly string[], at: Date): Promise<void> {
  const rows = deputyIds.map((deputy_id) => ({ congress_id: tx.congressId, motion_id: motionId, deputy_id, invited_at: at }))
  await tx.db
    .insertInto('motions.cosigner')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'motion_id', 'deputy_id']).doUpdateSet({
        invited_at: at,
        confirmed_version: null,
        confirmed_at: null,
        declined_at: null,
        withdrawn_at: null,
      }),
    )
    .execute()
}

export type CosignerChange = Partial<{
  read_version: number
  read_at: Date
  confirmed_version: number
  confirmed_at: Date
  declined_at: Date
  withdrawn_at: Date
}>

/** What one invited deputy did. The motion's row must be locked. */
export async function saveCosigner(tx: Tx, motionId: string, deputyId: string, to: CosignerChange): Promise<void> {
  await tx.db
    .updateTable('motions.cosigner')
    .set(to)
    .where('congress_id', '=', tx.congressId)
    .where('motion_id', '=', motionId)
    .where('deputy_id', '=', deputyId)
    .execute()
}

/** Which of these ids are deputies of this congress. */
export async function knownDeputies(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.db
    .selectFrom('congress.deputy')
    .select('id')
    .where('congress_id', '=', tx.congressId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map((it) => it.id))
}
