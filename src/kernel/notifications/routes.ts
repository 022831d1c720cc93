import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { enqueue } from '#kernel/jobs/api.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import { createWebhook, editWebhook, removeWebhook, retryDelivery, setPreferences, showPreferences } from './actions.ts'
import type { api, Delivery, Notice, Webhook } from './contract.ts'
import { countUnread, listNotices, markAllRead, markRead, type NoticeRow } from './notice-store.ts'
import type { DeliverJob } from './webhooks/deliver.ts'
import type { Outbound } from './webhooks/outbound.ts'
import { findWebhook, listDeliveries, listWebhooks } from './webhooks/store.ts'
import type { DeliveryRow, WebhookRow } from './webhooks/store.ts'

export interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
}

export interface HandlerSettings {
  readonly cipher: FieldCipher
  readonly outbound: Outbound
  readonly deliver: DeliverJob
  readonly canMail: boolean
}

export function handlersOf({ cipher, outbound, deliver, canMail }: HandlerSettings): Handlers<Reading, typeof api> {
  return {
    listNotices: async (context, { query }) => {
      const { tx, actor } = actOf(context)
      const page = cutPage(await listNotices(tx, actor.id, query), query.limit, (it) => it.id)
      return { items: page.items.map((it) => toNotice(it, context.locale)), next: page.next }
    },
    countUnreadNotices: async (context) => ({ count: await countUnread(context.tx, actOf(context).actor.id) }),
    markNoticeRead: async (context, { params }) => {
      const { tx, actor, now } = actOf(context)
      if (!(await markRead(tx, actor.id, params.id, now))) throw notFound('这条提醒')
      return {}
    },
    markAllNoticesRead: async (context, { body }) => {
      const { tx, actor, now } = actOf(context)
      return { read: await markAllRead(tx, actor.id, body.upTo, now) }
    },
    getNoticePreferences: (context) => showPreferences(actOf(context), cipher, canMail),
    setNoticePreferences: async (context, { body }) => {
      await setPreferences(actOf(context), cipher, body)
      return showPreferences(actOf(context), cipher, canMail)
    },
    listWebhooks: async ({ tx }) => ({ items: (await listWebhooks(tx)).map(toWebhook) }),
    createWebhook: async (context, { body }) => {
      const made = await createWebhook(actOf(context), cipher, outbound, body)
      return { ...toWebhook(made), secret: made.secret }
    },
    editWebhook: async (context, { params, body }) => toWebhook(await editWebhook(actOf(context), outbound, params.id, body)),
    removeWebhook: async (context, { params }) => {
      await removeWebhook(actOf(context), params.id)
      return {}
    },
    listDeliveries: async ({ tx }, { params, query }) => {
      if (!(await findWebhook(tx, params.id))) throw notFound('这个对外推送')
      const page = cutPage(await listDeliveries(tx, params.id, query), query.limit, (it) => it.id)
      return { items: page.items.map(toDelivery), next: page.next }
    },
    retryDelivery: async (context, { params: { id, deliveryId } }) => {
      await retryDelivery(actOf(context), id, deliveryId)
      await enqueue(context.tx, deliver, { congressId: context.tx.congressId, deliveryId })
      return {}
    },
  }
}

function toNotice(it: NoticeRow, locale: Locale): Notice {
  const { id, at, link, readAt } = it
  return { id, at: at.toISOString(), text: pick(locale, it.text), why: pick(locale, it.why), link, isRead: readAt !== null }
}

function toWebhook({ id, url, events, isEnabled, createdAt }: WebhookRow): Webhook {
  return { id, url, events, isEnabled, createdAt: createdAt.toISOString() }
}

function toDelivery({ webhookId: _webhookId, createdAt, attemptedAt, ...it }: DeliveryRow): Delivery {
  return { ...it, createdAt: createdAt.toISOString(), attemptedAt: attemptedAt?.toISOString() ?? null }
}

function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '登录已过期或还没有登录。请登录后继续。')
  return { tx, actor, now }
}
