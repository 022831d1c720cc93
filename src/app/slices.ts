import type { FastifyInstance } from 'fastify'
import type { Catalogue } from '#kernel/audit/contract.ts'
import { manifest as congress } from '#kernel/congress/index.ts'
import { congressHandlers } from '#kernel/congress/routes.ts'
import { manifest as jobs } from '#kernel/jobs/index.ts'
import { handlers as jobHandlers } from '#kernel/jobs/routes.ts'
import type { Manifest } from '#kernel/manifest.ts'
import { manifest as metrics } from '#kernel/metrics/index.ts'
import { deliverJob, type LiveKinds, type NoticeRules, type Outbound } from '#kernel/notifications/api.ts'
import { manifest as notifications } from '#kernel/notifications/index.ts'
import { handlersOf as notificationHandlersOf } from '#kernel/notifications/routes.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { bind, type Runner } from '#lib/http/bind.ts'
import { manifest as suggestions } from '#slices/suggestions/index.ts'
import { handlers as suggestionHandlers } from '#slices/suggestions/routes.ts'
import type { Context } from './http/context.ts'

/** Everything the program is made of, in one list. A new slice is added here and nowhere else. */
export const manifests: readonly Manifest[] = [congress, jobs, metrics, notifications, suggestions]

/** Every kind of event of every module. */
export const catalogue: Catalogue = Object.assign({}, ...manifests.map((it) => it.events))
export const noticeRules: NoticeRules = Object.assign({}, ...manifests.map((it) => it.notices ?? {}))
export const liveKinds: LiveKinds = Object.fromEntries(
  manifests.flatMap(({ name, events }) =>
    Object.entries(events).map(([event, { visibility }]) => [event, { topic: name, visibility }] as const),
  ),
)

/** What modules need of this installation beside the database; put together once from the configuration. */
export interface Parts {
  readonly fields: FieldCipher
  /** What webhooks may call. */
  readonly outbound: Outbound
  /** True where there is a mail server. */
  readonly canMail: boolean
}

export function bindApi(api: FastifyInstance, run: Runner<Context>, parts: Parts): void {
  const { fields: cipher, outbound, canMail } = parts
  bind(api, congress.contract, congressHandlers, run)
  bind(api, jobs.contract, jobHandlers, run)
  bind(api, notifications.contract, notificationHandlersOf({ cipher, outbound, canMail, deliver: deliveryOf(parts) }), run)
  bind(api, suggestions.contract, suggestionHandlers, run)
}

export function deliveryOf({ fields, outbound }: Parts): ReturnType<typeof deliverJob> {
  return deliverJob({ cipher: fields, outbound, catalogue })
}
