import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from './contract.ts'

/** What another slice shows of a suggestion that it names by id. */
export interface Brief {
  id: string
  reference: string | null
  number: number | null
  title: string
  status: Status
  leadDeputyId: string
  submittedOn: string | null
}

/** The suggestions with these ids, in no order; what does not exist in this congress is left out. */
export function findBriefs(tx: Tx, ids: readonly string[]): Promise<Brief[]> {
  return tx.db
    .selectFrom('suggestions.suggestion')
    .select(['id', 'reference', 'number', 'title', 'lead_deputy_id as leadDeputyId', 'submitted_on as submittedOn'])
    .select(sql<Status>`status`.as('status'))
    .where('congress_id', '=', tx.congressId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}
