import type { Manifest } from '#kernel/manifest.ts'
import { importsApi } from './endpoints.ts'
import { events, notices } from './events.ts'

export const manifest = { name: 'imports', schema: 'imports', contract: importsApi, events, notices } as const satisfies Manifest
