import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'

/** One entry under the bell. `why` says why this person gets it; `link` is a path of this site. */
export const Notice = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  text: z.string(),
  why: z.string(),
  link: z.string(),
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** Counting stops here; the bell shows “99+”. */
export const MOST_COUNTED = 100

export const Preferences = z.object({
  isDigestMailed: z.boolean(),
  /** Masked: z***@example.gov.cn. Null where none was given, so that nothing is mailed. */
  mail: z.string().nullable(),
  /** False where this installation has no mail server. */
  canMail: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** Leaving `mail` out keeps the address, which is never read back in full; null removes it. */
export const PreferencesInput = z.strictObject({
  isDigestMailed: z.boolean(),
  mail: z.email('请填写邮箱地址，例如 name@example.gov.cn。').max(200).nullable().optional(),
})
export type PreferencesInput = z.infer<typeof PreferencesInput>

export const deliveryStates = ['pending', 'delivered', 'failed'] as const

/** `events` holds names (`suggestion.replied`) or all of one noun (`suggestion.*`) or everything (`*`). */
const eventFilter = z
  .string()
  .max(80)
  .regex(/^(\*|[a-z_]+\.(\*|[a-z_]+))$/, '请填写事件名，例如 suggestion.replied、suggestion.* 或 *。')

export const WebhookInput = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: '请填写以 https:// 开头的完整网址。' }).max(500),
  events: z.array(eventFilter).min(1).max(100),
})
export type WebhookInput = z.infer<typeof WebhookInput>
export const WebhookEdit = WebhookInput.extend({ isEnabled: z.boolean() })
export type WebhookEdit = z.infer<typeof WebhookEdit>

export const Webhook = WebhookEdit.extend({ id: z.uuid(), createdAt: z.iso.datetime() })
export type Webhook = z.infer<typeof Webhook>

/** The secret is shown once, when the webhook is made. */
export const NewWebhook = Webhook.extend({ secret: z.string() })

export const Delivery = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  event: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  statusCode: z.number().int().nullable(),
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  attemptedAt: z.iso.datetime().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

const byId = z.object({ id: z.uuid() })
const nothing = z.object({})
const admin = ['system_admin'] as const

export const api = define({
  listNotices: {
    method: 'GET',
    path: '/notices',
    summary: '我的提醒',
    audience: ['signed_in'],
    query: pageQuery.extend({ cursor: z.uuid().optional(), unread: z.stringbool().optional() }),
    ok: pageOf(Notice),
  },
  countUnreadNotices: {
    method: 'GET',
    path: '/notices/unread',
    summary: '未读提醒数（最多数到 100）',
    audience: ['signed_in'],
    ok: z.object({ count: z.number().int() }),
  },
  markNoticeRead: {
    method: 'POST',
    path: '/notices/{id}/read',
    summary: '标为已读',
    audience: ['signed_in'],
    params: byId,
    ok: nothing,
  },
  markAllNoticesRead: {
    method: 'POST',
    path: '/notices/read',
    summary: '全部标为已读；upTo 是页面上最新一条，之后到的仍算未读',
    audience: ['signed_in'],
    body: z.strictObject({ upTo: z.uuid().optional() }),
    ok: z.object({ read: z.number().int() }),
  },
  getNoticePreferences: {
    method: 'GET',
    path: '/notices/preferences',
    summary: '提醒设置',
    audience: ['signed_in'],
    ok: Preferences,
  },
  setNoticePreferences: {
    method: 'PUT',
    path: '/notices/preferences',
    summary: '修改提醒设置',
    audience: ['signed_in'],
    body: PreferencesInput,
    ok: Preferences,
  },
  listWebhooks: {
    method: 'GET',
    path: '/webhooks',
    summary: '对外推送',
    audience: admin,
    ok: z.object({ items: z.array(Webhook) }),
  },
  createWebhook: {
    method: 'POST',
    path: '/webhooks',
    summary: '新增对外推送，密钥只显示这一次',
    audience: admin,
    body: WebhookInput,
    ok: NewWebhook,
    status: 201,
    isShownOnce: true,
  },
  editWebhook: {
    method: 'PUT',
    path: '/webhooks/{id}',
    summary: '修改对外推送',
    audience: admin,
    params: byId,
    body: WebhookEdit,
    ok: Webhook,
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/webhooks/{id}',
    summary: '删除对外推送和它的投递记录',
    audience: admin,
    params: byId,
    ok: nothing,
  },
  listDeliveries: {
    method: 'GET',
    path: '/webhooks/{id}/deliveries',
    summary: '投递记录',
    audience: admin,
    params: byId,
    query: pageQuery.extend({ cursor: z.uuid().optional() }),
    ok: pageOf(Delivery),
  },
  retryDelivery: {
    method: 'POST',
    path: '/webhooks/{id}/deliveries/{deliveryId}/retry',
    summary: '重新投递一次，编号不变',
    audience: admin,
    params: z.object({ id: z.uuid(), deliveryId: z.uuid() }),
    ok: nothing,
  },
})
