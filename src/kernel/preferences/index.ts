import type { Manifest } from '#kernel/manifest.ts'
import { api } from './contract.ts'

export const manifest = { name: 'preferences', schema: 'preferences', contract: api, events: {} } as const satisfies Manifest
