import type { Manifest } from '#kernel/manifest.ts'
import { events } from './events.ts'

export const manifest = { name: 'metrics', schema: 'metrics', contract: {}, events } as const satisfies Manifest
