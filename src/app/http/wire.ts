import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '#kernel/identity/rules/network.ts'
import { Problem } from '#lib/http/problem.ts'
import { asProblem } from './problems.ts'

/**
 * How long a client may take. Without these a connection that sends one byte a minute is kept for ever (reliability 2e): the head of
 * a request within ten seconds, all of it within a minute, looked after every three seconds. Answers and live streams have no limit.
 */
export const patience = {
  requestTimeout: 60_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 3_000 },
} as const

/** A name or an IPv4 address, or an IPv6 address in brackets, with or without a port. A dot at the end is the same name. */
const HOST = /^(?:[a-z\d](?:[a-z\d_.-]{0,251}[a-z\d.])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/** Balancers ask these by HTTP/1.0 without naming a host; they say the same whatever the host is. */
const PROBES: readonly (string | undefined)[] = ['/healthz', '/readyz', '/metrics']

/**
 * Refuses what no honest client sends, before anything is decided by it: a request for a whole address instead of a path, no `Host`,
 * two of them, or one that is more than a name and a port. Pages are made of both, so `http://other.example/` would become a link.
 */
export function refuseMalformed(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/')) throw malformed('请求行须是以 / 开头的路径')
    if (PROBES.includes(request.routeOptions.url)) return
    if (countOfHosts(request) > 1 || !HOST.test(request.host)) throw malformed('请求头 Host 不是一个域名')
  })
}

function countOfHosts(request: FastifyRequest): number {
  return request.raw.rawHeaders.filter((it, at) => at % 2 === 0 && it.toLowerCase() === 'host').length
}

function malformed(what: string): Problem {
  return new Problem(400, 'malformed', `${what}，请求没有执行。`)
}

/** What is counted as one client: an address, or a network of IPv6, in which a client changes its address at will. */
export function clientOf(request: FastifyRequest): string {
  // The address is gone where the client has hung up already.
  const address = request.ip ?? ''
  return address.includes(':') && !address.includes('.') ? networkOf(address) : address
}

/** Addresses that the router cannot read; they never reach a hook, so the headers of every other answer are set here. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error, request)
  void reply
    .code(problem.status)
    .headers({
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .type('application/problem+json')
    .send(JSON.stringify(problem))
}
