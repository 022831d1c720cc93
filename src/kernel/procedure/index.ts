import type { Manifest } from '#kernel/manifest.ts'
import { calendarApi } from './endpoints.ts'
import { events } from './events.ts'

export const manifest = { name: 'procedure', schema: 'procedure', contract: calendarApi, events } as const satisfies Manifest
