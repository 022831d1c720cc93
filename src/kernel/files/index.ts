import type { Manifest } from '#kernel/manifest.ts'
import { downloadApi, uploadApi } from './endpoints.ts'
import { events } from './events.ts'

export const manifest = {
  name: 'files',
  schema: 'files',
  contract: { ...uploadApi, ...downloadApi },
  events,
} as const satisfies Manifest
