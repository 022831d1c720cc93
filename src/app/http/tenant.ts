import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findByHost, findBySlug, type Congress } from '#kernel/congress/api.ts'
import type { Database } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'

const CACHE_MS = 30_000
const tenants = new WeakMap<FastifyRequest, Congress>()

/**
 * Host name → congress. Names that are not registered get the configured default congress, if any. The registry changes about
 * once a year and is read for every request, so each name is remembered for half a minute, known or not.
 */
export function resolveTenants(
  app: FastifyInstance,
  database: Database,
  defaultSlug: string | undefined,
  clock: () => Date,
): void {
  const known = new Map<string, { congress: Congress | undefined; until: number }>()
  app.addHook('onRequest', async (request) => {
    const now = clock().getTime()
    const host = request.hostname.toLowerCase().replace(/\.$/, '')
    let entry = known.get(host)
    if (!entry || entry.until < now) {
      if (known.size > 1000) known.clear()
      const congress = (await findByHost(database, host)) ?? (defaultSlug ? await findBySlug(database, defaultSlug) : undefined)
      entry = { congress, until: now + CACHE_MS }
      known.set(host, entry)
    }
    if (entry.congress) tenants.set(request, entry.congress)
  })
}

/** False where nothing is known of a request yet, so that no page can be drawn for it. */
export function hasCongress(request: FastifyRequest): boolean {
  return tenants.has(request)
}

/** The congress of a request; 404 where the host name belongs to none. */
export function congressOf(request: FastifyRequest): Congress {
  const congress = tenants.get(request)
  if (!congress) throw new Problem(404, 'no-congress', '这个网址没有对应的人大。请核对网址，或联系系统管理员登记域名。')
  return congress
}
