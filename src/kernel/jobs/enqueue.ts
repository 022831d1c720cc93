import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import type { Job } from './job.ts'
import { add } from './store.ts'

/**
 * Adds a job in the caller's transaction. `runAt` postpones it; a waiting job with the same `key` is replaced.
 * A payload with `congressId` lets the administrator of that congress see the job where it fails.
 */
export async function enqueue<S extends z.ZodType>(
  tx: Tx,
  it: Job<S>,
  payload: z.input<S>,
  options: { runAt?: Date; key?: string } = {},
): Promise<void> {
  it.payload.parse(payload)
  await add(tx, { name: it.name, payload, tries: it.tries, runAt: options.runAt ?? null, key: options.key ?? null })
}
