import type { Tx } from '#lib/db/tx.ts'
import type { Actor } from './contract.ts'
import { record } from './events.ts'

/** Writes down that a signed-in person asked for what their roles do not open (ASVS 16.3.2). `operation` is method and path. */
export async function recordDenied(tx: Tx, now: Date, actor: Actor, operation: string): Promise<void> {
  await record(tx, now, { name: 'access.denied', subjectId: actor.id, actorId: actor.id, payload: { operation } })
}
