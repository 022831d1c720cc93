import type { Manifest } from '#kernel/manifest.ts'
import { api } from './endpoints.ts'
import { events } from './events.ts'

export const manifest = { name: 'suggestions', schema: 'suggestions', contract: api, events } as const satisfies Manifest
