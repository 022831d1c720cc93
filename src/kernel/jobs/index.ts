import type { Manifest } from '#kernel/manifest.ts'
import { api } from './contract.ts'
import { events } from './events.ts'

export const manifest = { name: 'jobs', schema: 'graphile_worker', contract: api, events } as const satisfies Manifest
