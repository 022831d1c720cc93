import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { CosignInput } from './contract.ts'

/** Everybody who was asked to join, in the order of the roll. */
export function listCosigners(tx: Tx, id: string) {
  return tx.db
    .selectFrom('suggestions.cosigner as c')
    .innerJoin('congress.deputy as d', (join) =>
      join.onRef('d.congress_id', '=', 'c.congress_id').onRef('d.id', '=', 'c.deputy_id'),
    )
    .select(['c.deputy_id as deputyId', 'd.name as deputyName', 'c.invited_on as invitedOn', 'c.answered_on as answeredOn'])
    .select(['c.text_version as textVersion', 'c.agreed_withdrawal_on as agreedWithdrawalOn'])
    .select(sql<CosignInput['answer'] | null>`c.answer`.as('answer'))
    .where('c.congress_id', '=', tx.congressId)
    .where('c.suggestion_id', '=', id)
    .orderBy('c.invited_on')
    .orderBy('c.deputy_id')
    .execute()
}

/** Whoever was asked before is not asked again. Answers how many are new. */
export async function invite(tx: Tx, id: string, deputyIds: readonly string[], on: string): Promise<string[]> {
  const rows = deputyIds.map((deputy_id) => ({ congress_id: tx.congressId, suggestion_id: id, deputy_id, invited_on: on }))
  const added = await tx.db
    .insertInto('suggestions.cosigner')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['congress_id', 'suggestion_id', 'deputy_id']).doNothing())
    .returning('deputy_id as deputyId')
    .execute()
  return added.map((it) => it.deputyId)
}

export async function answer(tx: Tx, id: string, deputyId: string, given: CosignInput, on: string): Promise<void> {
  await cosigner(tx, id, deputyId).set({ answer: given.answer, text_version: given.textVersion, answered_on: on }).execute()
}

export async function agreeToWithdraw(tx: Tx, id: string, deputyId: string, on: string): Promise<void> {
  await cosigner(tx, id, deputyId).set({ agreed_withdrawal_on: on }).execute()
}

function cosigner(tx: Tx, id: string, deputyId: string) {
  return tx.db
    .updateTable('suggestions.cosigner')
    .where('congress_id', '=', tx.congressId)
    .where('suggestion_id', '=', id)
    .where('deputy_id', '=', deputyId)
}
