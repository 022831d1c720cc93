import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

const hook = z.object({ host: z.string(), events: z.array(z.string()) })

/** Data leaves the house through a webhook, so each change to one is on record. */
export const events = {
  'webhook.created': kind({
    payload: hook,
    visibility: 'restricted',
    sentence: { zh: (p) => `新增对外推送：${p.host}`, en: (p) => `Webhook to ${p.host} created` },
  }),
  'webhook.edited': kind({
    payload: hook.extend({ isEnabled: z.boolean() }),
    visibility: 'restricted',
    sentence: {
      zh: (p) => `修改对外推送：${p.host}（${p.isEnabled ? '启用' : '停用'}）`,
      en: (p) => `Webhook to ${p.host} edited (${p.isEnabled ? 'enabled' : 'disabled'})`,
    },
  }),
  'webhook.removed': kind({
    payload: hook,
    visibility: 'restricted',
    sentence: { zh: (p) => `删除对外推送：${p.host}`, en: (p) => `Webhook to ${p.host} removed` },
  }),
  'delivery.retried': kind({
    payload: z.object({ host: z.string() }),
    visibility: 'restricted',
    sentence: { zh: (p) => `重新投递：${p.host}`, en: (p) => `Delivery to ${p.host} tried again` },
  }),
  'notice_preferences.changed': kind({
    payload: z.object({ isDigestMailed: z.boolean(), isMailChanged: z.boolean() }),
    visibility: 'restricted',
    sentence: {
      zh: (p) => `修改提醒设置：每日邮件${p.isDigestMailed ? '开启' : '关闭'}${p.isMailChanged ? '，邮箱已更改' : ''}`,
      en: (p) =>
        `Changed notice settings: daily mail ${p.isDigestMailed ? 'on' : 'off'}${p.isMailChanged ? ', new address' : ''}`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)
