import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { UnitKnowledge } from '#kernel/mining/api.ts'

/**
 * The bytes of what was learnt: Node's own structured clone, packed. Words and weights stay, the texts themselves do not: what is
 * withdrawn or hidden later must not live on here.
 */
export function pack(known: UnitKnowledge): Buffer {
  const history = known.history.map(({ id, unitId }) => ({ id, unitId, text: '' }))
  return gzipSync(serialize({ ...known, history, index: { ...known.index, items: [] } }), { level: 1 })
}

/** Only for bytes that `pack` of the same format wrote. */
export function unpack(bytes: Buffer): UnitKnowledge {
  return deserialize(gunzipSync(bytes)) as UnitKnowledge
}

interface Kept {
  readonly version: number
  readonly learntAt: number
  readonly known: UnitKnowledge
}

const MOST_KEPT = 4
const kept = new Map<number, Kept>()

/** What was learnt for a congress, unpacked once for each version in each process; the few last used stay in memory. */
export async function knowledgeOf(
  congressId: number,
  { version, learntAt }: { version: number; learntAt: Date },
  load: () => Promise<Buffer>,
): Promise<UnitKnowledge> {
  const found = kept.get(congressId)
  kept.delete(congressId)
  const isSame = found?.version === version && found.learntAt === learntAt.getTime()
  const it = isSame ? found : { version, learntAt: learntAt.getTime(), known: unpack(await load()) }
  kept.set(congressId, it)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return it.known
}
