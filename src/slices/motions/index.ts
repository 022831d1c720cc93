import type { Manifest } from '#kernel/manifest.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'
import { findMotions } from './find.ts'
import { notices } from './notices.ts'
import { recount } from './recount-store.ts'

export const manifest = {
  name: 'motions',
  schema: 'motions',
  contract: api,
  events,
  notices,
  recount,
  find: findMotions,
} as const satisfies Manifest
