import type { Manifest } from '#kernel/manifest.ts'
import { administrationApi, secretsApi, sessionApi, signInApi } from './endpoints.ts'
import { events } from './events.ts'

const contract = { ...signInApi, ...sessionApi, ...administrationApi, ...secretsApi }

export const manifest = { name: 'identity', schema: 'identity', contract, events } as const satisfies Manifest
