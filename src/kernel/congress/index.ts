import type { Manifest } from '#kernel/manifest.ts'
import { congressApi } from './endpoints.ts'

export const manifest = { name: 'congress', schema: 'congress', contract: congressApi, events: {} } as const satisfies Manifest
