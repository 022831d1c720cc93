import type { Manifest } from '#kernel/manifest.ts'
import { api } from './contract.ts'
import { events } from './events.ts'

export const manifest: Manifest = { name: 'suggestions', schema: 'suggestions', contract: api, events }
