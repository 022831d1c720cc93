import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { keep, take } from './store.ts'

export { forget as forgetKeys } from './store.ts'

/** Who sent which request under which key; `requestHash` tells a retry from another request that uses the same key. */
export interface Keyed {
  actor: string
  key: string
  requestHash: string
}

/** Runs `work` once for a key: a retry gets the first answer, the same key with another body is an error (RFC draft idempotency-key). */
export async function once<T>(tx: Tx, keyed: Keyed, at: Date, status: number, work: () => Promise<T>): Promise<T> {
  const kept = await take(tx, keyed.actor, keyed.key, keyed.requestHash, at)
  if (!kept) {
    const answer = await work()
    await keep(tx, keyed.actor, keyed.key, status, answer)
    return answer
  }
  if (kept.requestHash !== keyed.requestHash) {
    throw new Problem(422, 'key-reused', '同一个 Idempotency-Key 已用于内容不同的请求。请换一个新的键再提交。')
  }
  return kept.answer as T
}
