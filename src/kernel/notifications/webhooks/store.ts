import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { deliveryStates, WebhookEdit } from '../contract.ts'

export interface WebhookRow {
  id: string
  url: string
  secretCipher: string
  events: string[]
  isEnabled: boolean
  createdAt: Date
}

export function listWebhooks(tx: Tx): Promise<WebhookRow[]> {
  return webhooks(tx).orderBy('id').execute()
}

export function findWebhook(tx: Tx, id: string): Promise<WebhookRow | undefined> {
  return webhooks(tx).where('id', '=', id).executeTakeFirst()
}

export async function insertWebhook(tx: Tx, it: WebhookRow, createdBy: string): Promise<void> {
  await tx.db
    .insertInto('notifications.webhook')
    .values({
      congress_id: tx.congressId,
      id: it.id,
      url: it.url,
      secret_cipher: it.secretCipher,
      events: it.events,
      is_enabled: it.isEnabled,
      created_at: it.createdAt,
      created_by: createdBy,
    })
    .execute()
}

export async function updateWebhook(tx: Tx, id: string, it: WebhookEdit): Promise<void> {
  await tx.db
    .updateTable('notifications.webhook')
    .set({ url: it.url, events: it.events, is_enabled: it.isEnabled })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
}

/** Removes a webhook together with its delivery log. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('notifications.webhook').where('congress_id', '=', tx.congressId).where('id', '=', id).execute()
}

/** One delivery for each webhook; those that exist already are left out of the answer, so they are not sent twice. */
export async function insertDeliveries(tx: Tx, eventId: string, webhookIds: readonly string[], at: Date): Promise<string[]> {
  if (webhookIds.length === 0) return []
  const rows = await tx.db
    .insertInto('notifications.delivery')
    .values(
      webhookIds.map((webhookId) => ({
        congress_id: tx.congressId,
        id: newId(),
        webhook_id: webhookId,
        event_id: eventId,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['congress_id', 'event_id', 'webhook_id']).doNothing())
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export type DeliveryState = (typeof deliveryStates)[number]

export interface DeliveryRow {
  id: string
  webhookId: string
  eventId: string
  event: string
  state: DeliveryState
  attempts: number
  statusCode: number | null
  problem: string | null
  createdAt: Date
  attemptedAt: Date | null
}

/** One page of the delivery log, newest first, with one row more than `limit`. */
export function listDeliveries(
  tx: Tx,
  webhookId: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return deliveries(tx)
    .where('d.webhook_id', '=', webhookId)
    .$if(query.cursor !== undefined, (q) => q.where('d.id', '<', query.cursor!))
    .orderBy('d.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export function findDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  return deliveries(tx).where('d.id', '=', id).executeTakeFirst()
}

/** Notes how one attempt ended. What was delivered stays delivered. */
export async function noteAttempt(
  tx: Tx,
  id: string,
  it: { state: DeliveryState; statusCode: number | null; problem: string | null; at: Date },
): Promise<void> {
  await tx.db
    .updateTable('notifications.delivery')
    .set((eb) => ({
      state: it.state,
      status_code: it.statusCode,
      problem: it.problem,
      attempted_at: it.at,
      attempts: eb('attempts', '+', 1),
    }))
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .where('state', '<>', 'delivered')
    .execute()
}

/** Opens a delivery again for one more round of attempts. */
export async function reopenDelivery(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('notifications.delivery')
    .set({ state: 'pending', problem: null })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
}

function deliveries(tx: Tx) {
  return tx.db
    .selectFrom('notifications.delivery as d')
    .innerJoin('audit.event as e', (join) => join.onRef('e.congress_id', '=', 'd.congress_id').onRef('e.id', '=', 'd.event_id'))
    .select(['d.id', 'd.webhook_id as webhookId', 'd.event_id as eventId', 'e.name as event', 'd.attempts', 'd.problem'])
    .select(['d.status_code as statusCode', 'd.created_at as createdAt', 'd.attempted_at as attemptedAt'])
    .select(sql<DeliveryState>`d.state`.as('state'))
    .where('d.congress_id', '=', tx.congressId)
}

function webhooks(tx: Tx) {
  return tx.db
    .selectFrom('notifications.webhook')
    .select(['id', 'url', 'secret_cipher as secretCipher', 'events', 'is_enabled as isEnabled', 'created_at as createdAt'])
    .where('congress_id', '=', tx.congressId)
}
