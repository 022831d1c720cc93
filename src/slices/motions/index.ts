import type { Manifest } from '#kernel/manifest.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'
import { notices } from './notices.ts'
import { recount } from './recount-store.ts'

export const manifest = {
  name: 'motions',
  schema: 'motions',
  contract: api,
  events,
  notices,
  recount,
} as const satisfies Manifest
