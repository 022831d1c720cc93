import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Status } from '../contract.ts'
import { inScope } from '../list-store.ts'
import type { Scope } from '../rules/scope.ts'
import { findText, findWords } from '../search.ts'
import { suggestions } from '../store.ts'

/** What comparing and showing need of a suggestion; hundreds are read for one answer, so nothing else is. */
export interface Comparable {
  id: string
  reference: string | null
  title: string
  matter: string
  requests: string[]
  status: Status
  isPublic: boolean
  publicSummary: string | null
  leadDeputyId: string
  deputyName: string
  unitName: string | null
}

/** Ids of the newest suggestions whose words hold a fragment, at most `most`; through the index of the reader. */
export function holding(tx: Tx, reader: 'house' | 'public', fragment: string, most: number): Promise<string[]> {
  return reader === 'public' ? findWords(tx, 'public', fragment, null, most) : findText(tx, 'text', fragment, null, most)
}

/** Those of some ids that lie in a scope, without what is confidential or withdrawn. */
export function amongIds(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Comparable[]> {
  // One array, not one parameter for each: PostgreSQL takes 65,535 of those.
  return comparable(tx, scope)
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** The newest of a scope, whatever they say. */
export function newest(tx: Tx, scope: Scope, most: number): Promise<Comparable[]> {
  return comparable(tx, scope).orderBy('s.id', 'desc').limit(most).execute()
}

function comparable(tx: Tx, scope: Scope) {
  return inScope(suggestions(tx), scope)
    .where('s.is_confidential', '=', false)
    .where('s.status', '<>', 'withdrawn')
    .clearSelect()
    .select(['s.id', 's.reference', 's.title', 's.is_public as isPublic', 's.public_summary as publicSummary'])
    .select(['s.lead_deputy_id as leadDeputyId', 'd.name as deputyName', 'u.name as unitName'])
    .select(sql<Status>`s.status`.as('status'))
    .select(sql<string>`left(s.matter, 800)`.as('matter'))
    .select(
      sql<string[]>`array(select q.text from suggestions.request q
        where q.congress_id = s.congress_id and q.suggestion_id = s.id order by q.ordinal)`.as('requests'),
    )
}
