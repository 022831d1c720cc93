import type { Manifest } from '#kernel/manifest.ts'
import { congressApi } from './endpoints.ts'
import { findNames } from './find.ts'

export const manifest = {
  name: 'congress',
  schema: 'congress',
  contract: congressApi,
  events: {},
  find: findNames,
} as const satisfies Manifest
