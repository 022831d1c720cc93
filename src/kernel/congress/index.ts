import type { Manifest } from '#kernel/manifest.ts'
import { congressApi } from './endpoints.ts'
import { events } from './events.ts'
import { findNames } from './find.ts'
import { deputyRoster } from './import.ts'

export const manifest = {
  name: 'congress',
  schema: 'congress',
  contract: congressApi,
  events,
  find: findNames,
  imports: [deputyRoster],
} as const satisfies Manifest
