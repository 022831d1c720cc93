import type { Manifest } from '#kernel/manifest.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'
import { proofApi } from './file-endpoints.ts'
import { remindPromised, schedule } from './jobs.ts'
import { notices } from './notices.ts'
import { recount } from './recount-store.ts'

export const manifest = {
  name: 'commitments',
  schema: 'commitments',
  contract: { ...api, ...proofApi },
  events,
  notices,
  jobs: [remindPromised],
  schedule,
  recount,
} as const satisfies Manifest
