import type { Manifest } from '#kernel/manifest.ts'
import { categoriesApi } from './endpoints.ts'
import { events } from './events.ts'

export const manifest = { name: 'categories', schema: 'categories', contract: categoriesApi, events } as const satisfies Manifest
