import * as z from 'zod'
import { findEvent } from '#kernel/audit/api.ts'
import type { Catalogue, IsKept } from '#kernel/audit/contract.ts'
import { job, type Deps, type Job } from '#kernel/jobs/api.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { inCongress } from '#lib/db/tx.ts'
import { deliveryBody } from '../rules/webhook.ts'
import { secretOf } from '../sealed.ts'
import { Forbidden, post, resolveTarget, type Outbound } from './outbound.ts'
import { signedHeaders } from './signature.ts'
import { findDelivery, findWebhook, noteAttempt, type DeliveryState } from './store.ts'

export interface WebhookSettings {
  readonly cipher: FieldCipher
  readonly outbound: Outbound
  readonly catalogue: Catalogue
  /** By name of the event: whether what it is about is kept in the house. */
  readonly kept: Readonly<Record<string, IsKept>>
}

const Deliver = z.object({ congressId: z.number().int(), deliveryId: z.uuid() })
export type DeliverJob = Job<typeof Deliver>

/** The queue waits e, e², … e⁹ seconds between tries: a receiver may be away for three hours and a half. */
const TRIES = 10

/** Sends one delivery. Its id is the same on every attempt; an answer of 2xx ends it, anything else is tried again by the queue. */
export function deliverJob(settings: WebhookSettings): DeliverJob {
  return job({
    name: 'notifications.deliver-webhook',
    payload: Deliver,
    tries: TRIES,
    run: async (deps, { congressId, deliveryId }) => {
      const parcel = await pack(deps, settings, congressId, deliveryId)
      if (!parcel) return
      const attempt = await send(deps, settings, parcel)
      await inCongress(deps.database, congressId, (tx) => noteAttempt(tx, deliveryId, { ...attempt, at: deps.clock() }))
      if (attempt.state === 'pending') throw new Error(`webhook delivery ${deliveryId} was not taken: ${attempt.problem}`)
    },
  })
}

interface Parcel {
  id: string
  url: string
  secret: string
  body: string
  isLast: boolean
}

/** Everything that one attempt needs; null where it was delivered already, or the webhook was removed or switched off. */
function pack({ database }: Deps, settings: WebhookSettings, congressId: number, id: string): Promise<Parcel | null> {
  return inCongress(database, congressId, async (tx) => {
    const delivery = await findDelivery(tx, id)
    if (!delivery || delivery.state !== 'pending') return null
    const webhook = await findWebhook(tx, delivery.webhookId)
    const event = await findEvent(tx, delivery.eventId)
    if (!webhook?.isEnabled || !event) return null
    return {
      id,
      url: webhook.url,
      secret: settings.cipher.open(secretOf(congressId, webhook.id), webhook.secretCipher),
      body: deliveryBody(
        settings.catalogue[event.name],
        event,
        (await settings.kept[event.name]?.(tx, event.subjectId)) ?? false,
      ),
      isLast: (delivery.attempts + 1) % TRIES === 0,
    }
  })
}

async function send(
  deps: Deps,
  settings: WebhookSettings,
  parcel: Parcel,
): Promise<{ state: DeliveryState; statusCode: number | null; problem: string | null }> {
  const again = parcel.isLast ? 'failed' : 'pending'
  try {
    const target = await resolveTarget(parcel.url, settings.outbound)
    const headers = signedHeaders(parcel.secret, parcel.id, deps.clock(), parcel.body)
    const statusCode = await post(target, headers, parcel.body, deps.signal)
    if (statusCode >= 200 && statusCode < 300) return { state: 'delivered', statusCode, problem: null }
    return { state: again, statusCode, problem: `the receiver answered ${statusCode}` }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { state: error instanceof Forbidden ? 'failed' : again, statusCode: null, problem: problem.slice(0, 300) }
  }
}
