import type { Tx } from '#lib/db/tx.ts'
import { suggestions, type Suggestion } from '../store.ts'

/** The public suggestions handed over, or answered, most recently; by the index of that day. */
export function listLatest(tx: Tx, day: 'handed_over_on' | 'replied_on', count: number): Promise<Suggestion[]> {
  return suggestions(tx)
    .where(`s.${day}`, 'is not', null)
    .where('s.status', '<>', 'withdrawn')
    .where('s.is_confidential', '=', false)
    .orderBy(`s.${day}`, 'desc')
    .orderBy('s.id', 'desc')
    .limit(count)
    .execute()
}
