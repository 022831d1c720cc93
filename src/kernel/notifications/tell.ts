import * as z from 'zod'
import { findEvent } from '#kernel/audit/api.ts'
import type { Catalogue, EventRow } from '#kernel/audit/contract.ts'
import { enqueue, job, type Job } from '#kernel/jobs/api.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { accountsOf, insertNotices, type NewNotice } from './notice-store.ts'
import { isWorthTelling, type NoticeRules } from './rules/people.ts'
import { isWanted, mayLeave } from './rules/webhook.ts'
import type { DeliverJob } from './webhooks/deliver.ts'
import { insertDeliveries, listWebhooks } from './webhooks/store.ts'

export interface TellSettings {
  readonly rules: NoticeRules
  readonly catalogue: Catalogue
  readonly deliver: DeliverJob
}

const Tell = z.object({ congressId: z.number().int(), eventId: z.uuid() })

/**
 * Tells the readers of one event; the recorder enqueues it with every event. All of it is one transaction and each reader has one row
 * for one event, so a second run changes nothing.
 */
export function tellJob(settings: TellSettings): Job<typeof Tell> {
  return job({
    name: 'audit.tell',
    payload: Tell,
    run: ({ database, clock }, { congressId, eventId }) =>
      inCongress(database, congressId, async (tx) => {
        const event = await findEvent(tx, eventId)
        if (!event || !isWorthTelling(event.at, clock())) return
        await tellPeople(tx, settings.rules, event)
        await tellWebhooks(tx, settings, event, clock())
      }),
  })
}

/** Whoever did it knows already. A person whom several rules name is told once, by the first. */
async function tellPeople(tx: Tx, rules: NoticeRules, event: EventRow): Promise<void> {
  const told = new Map<string, NewNotice>()
  for (const { to, ...draft } of rules[event.name]?.(event) ?? []) {
    for (const accountId of await accountsOf(tx, to)) {
      if (accountId !== event.actorId && !told.has(accountId)) told.set(accountId, { ...draft, accountId, at: event.at })
    }
  }
  await insertNotices(tx, event.id, [...told.values()])
}

async function tellWebhooks(tx: Tx, settings: TellSettings, event: EventRow, now: Date): Promise<void> {
  if (!mayLeave(settings.catalogue[event.name])) return
  const wanting = (await listWebhooks(tx)).filter((it) => it.isEnabled && isWanted(it.events, event.name))
  const ids = wanting.map((it) => it.id)
  for (const deliveryId of await insertDeliveries(tx, event.id, ids, now)) {
    await enqueue(tx, settings.deliver, { congressId: tx.congressId, deliveryId })
  }
}
