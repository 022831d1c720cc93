import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { inScope } from '../list-store.ts'
import type { Scope } from '../rules/scope.ts'
import { findText, findWords } from '../search.ts'
import { suggestions, type Suggestion } from '../store.ts'

/** A suggestion with its requests. */
export type Whole = Suggestion & { requests: string[] }

/** Ids of the newest suggestions whose words hold a fragment, at most `most`; through the index of the reader. */
export function holding(tx: Tx, reader: 'house' | 'public', fragment: string, most: number): Promise<string[]> {
  return reader === 'public' ? findWords(tx, 'public', fragment, null, most) : findText(tx, 'text', fragment, null, most)
}

/** Those of some ids that lie in a scope, without what is confidential or withdrawn. */
export function amongIds(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Whole[]> {
  // One array, not one parameter for each: PostgreSQL takes 65,535 of those.
  return whole(tx, scope)
    .where(sql<boolean>`s.id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** The newest of a scope, whatever they say. */
export function newest(tx: Tx, scope: Scope, most: number): Promise<Whole[]> {
  return whole(tx, scope).orderBy('s.id', 'desc').limit(most).execute()
}

function whole(tx: Tx, scope: Scope) {
  return inScope(suggestions(tx), scope)
    .where('s.is_confidential', '=', false)
    .where('s.status', '<>', 'withdrawn')
    .select(
      sql<string[]>`array(select q.text from suggestions.request q
        where q.congress_id = s.congress_id and q.suggestion_id = s.id order by q.ordinal)`.as('requests'),
    )
}
