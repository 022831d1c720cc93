import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { keep, take } from './store.ts'

export { forget as forgetKeys } from './store.ts'

/** Who sent which request under which key; `requestHash` tells a retry from another request that uses the same key. */
export interface Keyed {
  actor: string
  key: string
  requestHash: string
  /** True where the answer may not be kept. */
  isShownOnce?: boolean
}

/**
 * Runs `work` once for a key: a retry gets the first answer, the same key with another body is an error (RFC draft idempotency-key).
 * An answer that is shown once is not kept, so its retry is refused (409).
 */
export async function once<T>(tx: Tx, keyed: Keyed, at: Date, status: number, work: () => Promise<T>): Promise<T> {
  const kept = await take(tx, keyed.actor, keyed.key, keyed.requestHash, at)
  if (!kept) {
    const answer = await work()
    await keep(tx, keyed.actor, keyed.key, status, keyed.isShownOnce ? null : answer)
    return answer
  }
  if (kept.requestHash !== keyed.requestHash) {
    throw new Problem(422, 'key-reused', '同一个 Idempotency-Key 已用于内容不同的请求。请换一个新的键再提交。')
  }
  if (keyed.isShownOnce) {
    throw new Problem(409, 'shown-once', '这一步已经完成，其中的密钥只显示一次，不能再看。没有记下时，请删除后重新建立。')
  }
  return kept.answer as T
}
