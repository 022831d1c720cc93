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
} satisfies Catalogue

export const record = recorder(events)
