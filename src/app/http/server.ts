import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyBaseLogger, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { LiveHub } from '#kernel/notifications/api.ts'
import type { Database } from '#lib/db/tx.ts'
import { PageCache } from '#lib/http/page-cache.ts'
import { serveDocs } from './docs.ts'
import { serveLive } from './live.ts'
import { servePortal } from './portal.ts'
import { answerProblems } from './problems.ts'
import { runnerOf, stepRunnerOf } from './run.ts'
import { resolveTenants } from './tenant.ts'
import { answerUnreadable, clientOf, patience, refuseMalformed } from './wire.ts'
import { serveWorkbench } from './workbench.ts'
import { bindApi, liveKinds, type Parts } from '../slices.ts'

export interface ServerOptions {
  database: Database
  parts: Parts
  /** What happens in every copy; without it there are no live updates. */
  hub?: LiveHub
  /** How often open live connections are checked again. */
  liveRecheckMs?: number
  clock?: () => Date
  logger?: FastifyBaseLogger
  defaultCongress?: string | undefined
  trustProxy?: string | undefined
  isDemo?: boolean
  /** Requests a minute from one address over the whole site. */
  rateLimit?: number
  /** Rendered public pages; the caller drops a congress's pages when something happened there. */
  pages?: PageCache
}

const MAX_BODY = 1_048_576

/** The whole HTTP side of the program, ready to listen; it owns nothing that another copy would miss. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  z.config(z.locales.zhCN())
  const clock = options.clock ?? (() => new Date())
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    bodyLimit: MAX_BODY,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
    ...patience,
    frameworkErrors: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  refuseMalformed(app)
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy }, hsts: false })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(compress, { threshold: 1024 })
  await app.register(rateLimit, {
    max: options.rateLimit ?? 1200,
    timeWindow: '1 minute',
    keyGenerator: clientOf,
    allowList: isAsset,
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '民意 Minyi', version: '1' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  resolveTenants(app, options.database, options.defaultCongress, clock)
  const [run, runSteps] = [runnerOf(options.database, clock, options.parts.blobs), stepRunnerOf(options.database, clock)]
  await app.register(async (api) => bindApi(api, run, runSteps, options.parts), { prefix: '/api/v1' })
  if (options.hub) {
    const { database, hub, liveRecheckMs } = options
    serveLive(app, { database, hub, kinds: liveKinds, clock, ...(liveRecheckMs && { recheckMs: liveRecheckMs }) })
  }
  serveDocs(app)
  await servePortal(app, options.database, options.pages ?? new PageCache(), clock)
  await serveWorkbench(app)
  return app
}

/** Files that every page needs and that cost nothing: an office behind one address opens many pages. */
function isAsset(request: FastifyRequest): boolean {
  return request.url.startsWith('/workbench/assets/') || request.url.startsWith('/assets/')
}

/** No inline script anywhere; pages come from this host alone. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
}
