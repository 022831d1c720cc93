import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Database } from '#lib/db/tx.ts'

/** `/healthz` says that the process lives, `/readyz` that it can serve, `/metrics` what it did; none of them holds personal data. */
export function health(app: FastifyInstance, database: Database, state: { isLeaving: boolean }): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const problem = state.isLeaving ? 'leaving' : await databaseProblem(database)
    return reply.code(problem ? 503 : 200).send({ status: problem ?? 'ready' })
  })
  const registry = measure(app)
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

async function databaseProblem(database: Database): Promise<string | null> {
  try {
    await sql`select 1 from kysely_migration, graphile_worker.migrations limit 1`.execute(database)
    return null
  } catch {
    return 'database'
  }
}

/** Labels are route patterns, never addresses: those hold ids. */
function measure(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const requests = new Counter({ name: 'minyi_http_requests_total', help: 'Requests', labelNames, registers: [registry] })
  const seconds = new Histogram({ name: 'minyi_http_seconds', help: 'Time to answer', labelNames, registers: [registry] })
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }
    requests.inc(labels)
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  return registry
}
