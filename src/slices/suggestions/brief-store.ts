import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from './contract.ts'
import { suggestions } from './store.ts'

/** What another slice shows of a suggestion that it names by id. */
export interface Brief {
  id: string
  reference: string | null
  number: number | null
  title: string
  status: Status
  leadDeputyId: string
  deputyName: string
  unitId: string | null
  unitName: string | null
  /** Every unit that handles it now. */
  unitIds: string[]
  /** Deputies who were asked to join or have joined. */
  cosignerIds: string[]
  isConfidential: boolean
  submittedOn: string | null
  handedOverOn: string | null
  repliedOn: string | null
}

/** The suggestions with these ids, in no order; what does not exist in this congress is left out. */
export function findBriefs(tx: Tx, ids: readonly string[]): Promise<Brief[]> {
  return suggestions(tx)
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
}
