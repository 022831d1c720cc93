import type { Manifest } from '#kernel/manifest.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'
import { findConcerns } from './find.ts'
import { lapseSilent, remindUnits, schedule } from './jobs.ts'
import { notices } from './notices.ts'
import { recount } from './recount-store.ts'

export const manifest = {
  name: 'concerns',
  schema: 'concerns',
  contract: api,
  events,
  notices,
  jobs: [remindUnits, lapseSilent],
  schedule,
  recount,
  find: findConcerns,
} as const satisfies Manifest
