import * as z from 'zod'
import { DEFAULT_TRIES, eachCongress, job, type Deps, type ScheduleEntry } from '#kernel/jobs/api.ts'
import { inCongress } from '#lib/db/tx.ts'
import type { BlobStore } from './blob-store.ts'
import { holdKey, isNamed, removeUnused } from './store.ts'

const NAME = 'files.clear-unused'
const KEPT_MS = 7 * 24 * 3_600_000
/** Rows of one transaction. */
const SOME = 200

export const clearUnusedFilesSchedule: readonly ScheduleEntry[] = [
  {
    job: { name: NAME, tries: DEFAULT_TRIES },
    when: { at: '03:40' },
    what: { zh: '清除上传后 7 天没有用到的文件', en: 'Deletes uploads that nothing took up for 7 days' },
  },
]

/**
 * Clears uploads that no case took up: the row first, in one transaction, then its bytes in another. Where the program is killed
 * between the two the bytes stay behind without a row, which is harmless; the other way round a file would be lost.
 */
export function clearUnusedFiles({ blobs }: { blobs: BlobStore }) {
  return job({ name: NAME, payload: z.unknown(), run: (deps) => clear(deps, blobs) })
}

async function clear(deps: Deps, blobs: BlobStore): Promise<void> {
  const before = new Date(deps.clock().getTime() - KEPT_MS)
  const keys = new Map<number, string[]>()
  await eachCongress(deps, async (tx) => {
    keys.set(tx.congressId, await removeUnused(tx, before, SOME))
  })
  for (const [congressId, removed] of keys) await clearObjects(deps, blobs, congressId, removed)
  if (!deps.signal.aborted && [...keys.values()].some((removed) => removed.length > 0)) await clear(deps, blobs)
}

/** An object goes with the last row that names it; nobody can store the same bytes anew while it is looked at. */
async function clearObjects(
  { database, log }: Deps,
  blobs: BlobStore,
  congressId: number,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys)
    await inCongress(database, congressId, async (tx) => {
      await holdKey(tx, key)
      if (!(await isNamed(tx, key))) await blobs.delete(key)
    })
  if (keys.length > 0) log.info({ congressId, count: keys.length }, 'uploads that nothing took up are cleared')
}
