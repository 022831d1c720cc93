import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { inScope } from '../list-store.ts'
import type { AskedNumber } from './rules/asked-number.ts'
import type { Scope } from '../rules/scope.ts'
import { findText, type Indexed } from '../search.ts'
import { suggestions, type Suggestion } from '../store.ts'

/** Suggestions of a scope with a number, in every series that ran, the newest first. */
export function findNumbered(tx: Tx, scope: Scope, asked: AskedNumber, most: number): Promise<Suggestion[]> {
  const rows = inScope(suggestions(tx), scope).orderBy('s.id', 'desc').limit(most)
  if ('reference' in asked) return rows.where('s.reference', '=', asked.reference).execute()
  // By series and number, which is an index; a number alone would read every row.
  const series = tx.db.selectFrom('suggestions.number_series').select('series').where('congress_id', '=', tx.congressId)
  return rows.where('s.number', '=', asked.number).where('s.series', 'in', series).execute()
}

/** The newest of a scope, whatever they say: for a deputy, whose own are few and whose drafts are in no index. */
export function listNewest(tx: Tx, scope: Scope, most: number): Promise<Suggestion[]> {
  return inScope(suggestions(tx), scope).orderBy('s.id', 'desc').limit(most).execute()
}

/** The newest of a scope whose title or text holds `fragment`; a fragment that nearly everything holds is not followed to its end. */
export async function findHolding(tx: Tx, scope: Scope, where: Indexed, fragment: string, most: number): Promise<Suggestion[]> {
  const found: Suggestion[] = []
  let before: string | null = null
  for (const size of batchesFor(scope)) {
    const ids: string[] = await findText(tx, where, fragment, before, size)
    if (ids.length > 0) found.push(...(await amongIds(tx, scope, ids, most - found.length)))
    before = ids.at(-1) ?? null
    if (ids.length < size || found.length >= most) break
  }
  return found
}

/**
 * A question to the index costs about the same for many answers as for few, so it is asked seldom: an office sees nearly all of what is
 * found, a unit one in many.
 */
function batchesFor({ kind }: Scope): readonly number[] {
  return kind === 'office' ? [200, 3_000] : [3_000]
}

/** The newest of some ids that lie in a scope: first which, then everything about those few. */
async function amongIds(tx: Tx, scope: Scope, ids: readonly string[], most: number): Promise<Suggestion[]> {
  // One array, not one parameter for each: PostgreSQL takes 65,535 of those.
  const among = inScope(suggestions(tx), scope).where(sql<boolean>`s.id = any(${ids}::uuid[])`)
  const few = await among.clearSelect().select('s.id').orderBy('s.id', 'desc').limit(most).execute()
  if (few.length === 0) return []
  return suggestions(tx)
    .where(
      's.id',
      'in',
      few.map(({ id }) => id),
    )
    .orderBy('s.id', 'desc')
    .execute()
}
