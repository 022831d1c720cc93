import type { Commitment } from '../store.ts'

/** What every event says of the promise it is about. */
export function about(it: Commitment) {
  const { suggestionId, reference, title, content, unitId, unitName, leadDeputyId } = it
  return { suggestionId, reference, title, content, unitId, unitName, leadDeputyId }
}
