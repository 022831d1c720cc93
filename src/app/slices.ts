import type { FastifyInstance } from 'fastify'
import { sentenceOf, type Catalogue } from '#kernel/audit/contract.ts'
import { manifest as categories } from '#kernel/categories/index.ts'
import { categoryHandlers } from '#kernel/categories/routes.ts'
import { manifest as congress } from '#kernel/congress/index.ts'
import { congressHandlers } from '#kernel/congress/routes.ts'
import type { BlobStore, VirusScan } from '#kernel/files/api.ts'
import { downloadApi, uploadApi } from '#kernel/files/endpoints.ts'
import { manifest as files } from '#kernel/files/index.ts'
import { downloadHandlers, uploadHandlers } from '#kernel/files/routes.ts'
import { identityParts, type IdentityParts, type Steps } from '#kernel/identity/api.ts'
import { administrationApi, secretsApi, sessionApi, signInApi } from '#kernel/identity/endpoints.ts'
import { manifest as identity } from '#kernel/identity/index.ts'
import { administrationHandlers, secretsHandlers, sessionHandlers, signInHandlers } from '#kernel/identity/routes.ts'
import { importJob } from '#kernel/imports/api.ts'
import { manifest as imports } from '#kernel/imports/index.ts'
import { handlersOf as importHandlersOf } from '#kernel/imports/routes.ts'
import { manifest as jobs } from '#kernel/jobs/index.ts'
import { handlersOf as jobHandlersOf, type Timetable } from '#kernel/jobs/routes.ts'
import type { Manifest } from '#kernel/manifest.ts'
import { manifest as metrics } from '#kernel/metrics/index.ts'
import { deliverJob, type LiveKinds, type NoticeRules, type Outbound } from '#kernel/notifications/api.ts'
import { manifest as notifications } from '#kernel/notifications/index.ts'
import { handlersOf as notificationHandlersOf } from '#kernel/notifications/routes.ts'
import { manifest as preferences } from '#kernel/preferences/index.ts'
import { preferenceHandlers } from '#kernel/preferences/routes.ts'
import { manifest as procedure } from '#kernel/procedure/index.ts'
import { calendarHandlers } from '#kernel/procedure/routes.ts'
import { manifest as search } from '#kernel/search/index.ts'
import { handlersOf as searchHandlersOf } from '#kernel/search/routes.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import { bind, type Runner } from '#lib/http/bind.ts'
import { proofHandlers } from '#slices/commitments/file-routes.ts'
import { manifest as commitments } from '#slices/commitments/index.ts'
import { handlers as commitmentHandlers } from '#slices/commitments/routes.ts'
import { manifest as concerns } from '#slices/concerns/index.ts'
import { handlers as concernHandlers } from '#slices/concerns/routes.ts'
import { manifest as motions } from '#slices/motions/index.ts'
import { handlers as motionHandlers } from '#slices/motions/routes.ts'
import { manifest as pressing } from '#slices/pressing/index.ts'
import { handlers as pressingHandlers } from '#slices/pressing/routes.ts'
import { topicHandlers } from '#slices/pressing/topics/routes.ts'
import { actHandlers } from '#slices/suggestions/act-routes.ts'
import { adviceHandlers } from '#slices/suggestions/advice/routes.ts'
import { wordApi } from '#slices/suggestions/advice/word/endpoints.ts'
import { wordHandlers } from '#slices/suggestions/advice/word/routes.ts'
import { followingHandlers } from '#slices/suggestions/open/following/routes.ts'
import { figureHandlers } from '#slices/suggestions/figures/routes.ts'
import { documentHandlers } from '#slices/suggestions/documents/routes.ts'
import { contract as suggestionContract, manifest as suggestions } from '#slices/suggestions/index.ts'
import { profileHandlers } from '#slices/suggestions/profile-routes.ts'
import { handlers as suggestionHandlers } from '#slices/suggestions/routes.ts'
import type { Context } from './http/context.ts'

/** Everything the program is made of, in one list. A new slice is added here and nowhere else. */
export const manifests: readonly Manifest[] = [
  categories,
  commitments,
  concerns,
  congress,
  files,
  identity,
  imports,
  jobs,
  metrics,
  motions,
  notifications,
  preferences,
  pressing,
  procedure,
  search,
  suggestions,
]

/** Every kind of event of every module. */
export const catalogue: Catalogue = Object.assign({}, ...manifests.map((it) => it.events))
export const noticeRules: NoticeRules = Object.assign({}, ...manifests.map((it) => it.notices ?? {}))
const kept = Object.fromEntries(
  manifests.flatMap(({ events, isKept }) => (isKept ? Object.keys(events).map((event) => [event, isKept] as const) : [])),
)
const importables = manifests.flatMap((it) => it.imports ?? [])
export const liveKinds: LiveKinds = Object.fromEntries(
  manifests.flatMap(({ name, events }) =>
    Object.entries(events).map(([event, { visibility }]) => [event, { topic: name, visibility }] as const),
  ),
)

/** What modules need of this installation beside the database; put together once from the configuration. */
export interface Parts {
  readonly fields: FieldCipher
  /** The bytes of files. */
  readonly blobs: BlobStore
  /** Where there is a virus scanner. */
  readonly scan?: VirusScan
  /** What webhooks may call. */
  readonly outbound: Outbound
  /** What the worker does when, in words; `timetable()` of the worker. */
  readonly timetable: Timetable
  /** True where there is a mail server. */
  readonly canMail: boolean
  /** Ways of signing in; tests put their own clockwork in. */
  readonly signIn: Pick<IdentityParts, 'oidc' | 'isDemo'> & Partial<Pick<IdentityParts, 'passwords' | 'pause' | 'phoneTime'>>
}

/** `run` gives an operation one transaction; `runSteps` is for slow work, which opens short ones itself. */
export function bindApi(api: FastifyInstance, run: Runner<Context>, runSteps: Runner<Steps>, parts: Parts): void {
  const { fields: cipher, outbound, canMail, timetable } = parts
  bindIdentity(api, run, runSteps, parts)
  bind(api, categories.contract, categoryHandlers, run)
  bind(api, commitments.contract, { ...commitmentHandlers, ...proofHandlers }, run)
  bind(api, concerns.contract, concernHandlers, run)
  bind(api, congress.contract, congressHandlers, run)
  bind(api, uploadApi, uploadHandlers(parts), runSteps)
  bind(api, downloadApi, downloadHandlers, run)
  bind(api, imports.contract, importHandlersOf({ importables, work: importJobOf(parts) }), run)
  bind(api, jobs.contract, jobHandlersOf({ timetable }), run)
  bind(api, motions.contract, motionHandlers, run)
  bind(api, notifications.contract, notificationHandlersOf({ cipher, outbound, canMail, deliver: deliveryOf(parts) }), run)
  bind(api, pressing.contract, { ...pressingHandlers, ...topicHandlers }, run)
  bind(api, preferences.contract, preferenceHandlers, run)
  bind(api, procedure.contract, calendarHandlers, run)
  bind(api, search.contract, searchHandlersOf(manifests.flatMap(({ find }) => find ?? [])), run)
  bind(
    api,
    suggestionContract,
    {
      ...suggestionHandlers,
      ...actHandlers,
      ...profileHandlers,
      ...documentHandlers,
      ...figureHandlers,
      ...adviceHandlers,
      ...followingHandlers,
    },
    run,
  )
  bind(api, wordApi, wordHandlers(parts), runSteps)
}

function bindIdentity(api: FastifyInstance, run: Runner<Context>, runSteps: Runner<Steps>, { fields, signIn }: Parts): void {
  const parts = identityParts({ ...signIn, fields, sentenceOf: (event, locale) => sentenceOf(catalogue, event, locale) })
  bind(api, signInApi, signInHandlers(parts), runSteps)
  bind(api, secretsApi, secretsHandlers(parts), runSteps)
  bind(api, sessionApi, sessionHandlers(parts), run)
  bind(api, administrationApi, administrationHandlers(parts), run)
}

export function importJobOf({ blobs }: Parts): ReturnType<typeof importJob> {
  return importJob({ importables, blobs })
}

export function deliveryOf({ fields, outbound }: Parts): ReturnType<typeof deliverJob> {
  return deliverJob({ cipher: fields, outbound, catalogue, kept })
}
