import type { FastifyInstance } from 'fastify'
import type { Manifest } from '#kernel/manifest.ts'
import { bind, type Runner } from '#lib/http/bind.ts'
import { manifest as suggestions } from '#slices/suggestions/index.ts'
import { handlers as suggestionHandlers } from '#slices/suggestions/routes.ts'
import type { Context } from './http/context.ts'

/** Everything the program is made of, in one list. A new slice is added here and nowhere else. */
export const manifests: readonly Manifest[] = [suggestions]

export function bindApi(api: FastifyInstance, run: Runner<Context>): void {
  bind(api, suggestions.contract, suggestionHandlers, run)
}
