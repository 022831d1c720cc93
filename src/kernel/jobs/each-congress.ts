import { listCongresses, type Congress } from '#kernel/congress/api.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import type { Deps } from './job.ts'

/**
 * Runs `work` for every congress, each in a transaction of its own. One that fails does not stop the others; the job then fails as a
 * whole and is tried again, which finds the finished ones with nothing left to do.
 */
export async function eachCongress(deps: Deps, work: (tx: Tx, congress: Congress) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const congress of await listCongresses(deps.database)) {
    if (deps.signal.aborted) throw new Error('the program is stopping; the remaining congresses follow on the next try')
    try {
      await inCongress(deps.database, congress.id, (tx) => work(tx, congress))
    } catch (error) {
      failures.push(error)
      deps.log.error({ congressId: congress.id, problem: messageOf(error) }, 'job failed for one congress')
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `failed for ${failures.length} of the congresses: ${messageOf(failures[0])}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
