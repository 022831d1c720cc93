import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { once } from '#kernel/idempotency/api.ts'
import { authenticate, SESSION_COOKIE, touchSession, type SignedIn } from '#kernel/identity/api.ts'
import { isAudience, type Actor, type Audience } from '#kernel/identity/contract.ts'
import { inCongress, readCongress, type Database, type Tx } from '#lib/db/tx.ts'
import type { Runner } from '#lib/http/bind.ts'
import type { Endpoint } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Context } from './context.ts'
import { localeOf } from './locale.ts'
import { congressOf } from './tenant.ts'

/**
 * Every request goes through here: find the congress, open its transaction, find out who is asking, check the audience, then work.
 * The session is read in the same transaction as the work, so what was revoked a moment ago cannot act any more.
 */
export function runnerOf(database: Database, clock: () => Date): Runner<Context> {
  return async (request, endpoint, work) => {
    const congress = congressOf(request)
    const now = clock()
    const inTransaction = endpoint.method === 'GET' ? readCongress : inCongress
    const { answer, signedIn } = await inTransaction(database, congress.id, async (tx) => {
      const signedIn = await authenticate(tx, request.cookies[SESSION_COOKIE], now)
      guard(request, endpoint, signedIn)
      const context: Context = {
        tx,
        actor: signedIn?.actor ?? null,
        signedIn,
        now,
        congress,
        request,
        ifMatch: ifMatchOf(request),
        locale: localeOf(request),
      }
      return { answer: await idempotent(tx, request, endpoint, context, () => work(context)), signedIn }
    })
    if (signedIn?.needsTouch) await inCongress(database, congress.id, (tx) => touchSession(tx, signedIn.sessionId, now))
    return answer
  }
}

function guard(request: FastifyRequest, endpoint: Endpoint, signedIn: SignedIn | null): void {
  const actor = signedIn?.actor ?? null
  refuseForeignOrigin(request, endpoint)
  if (signedIn && endpoint.method !== 'GET') refuseForgery(request, signedIn)
  if (isAudience(actor, endpoint.audience as readonly Audience[])) return
  if (!actor) throw new Problem(401, 'sign-in-first', '登录已过期或还没有登录，内容没有丢。请登录后继续。')
  throw new Problem(403, 'not-your-role', '这一步不由您的角色处理。需要时请联系本级人大的代表工作委员会。')
}

/** A browser says where a request comes from; one that changes something must come from this very host. */
function refuseForeignOrigin(request: FastifyRequest, endpoint: Endpoint): void {
  const { origin } = request.headers
  if (endpoint.method === 'GET' || origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === request.host) return
  throw new Problem(403, 'foreign-origin', '这个请求来自别的网站，没有执行。请从本站页面操作。')
}

function refuseForgery(request: FastifyRequest, signedIn: SignedIn): void {
  const given = Buffer.from(String(request.headers['x-minyi-csrf'] ?? formToken(request) ?? ''))
  const expected = Buffer.from(signedIn.csrfToken)
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new Problem(403, 'csrf', '页面停留太久，安全校验已失效。请刷新页面再提交，您填写的内容没有丢。')
}

function formToken(request: FastifyRequest): unknown {
  const { body } = request
  return typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined
}

function ifMatchOf(request: FastifyRequest): number | null {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return null
  const match = /^"(\d{1,9})"$/.exec(header)
  if (!match) throw new Problem(400, 'bad-if-match', 'If-Match 应是读取时 ETag 的值，例如 "3"。')
  return Number(match[1])
}

const KEY = /^[\x21-\x7e]{8,255}$/

async function idempotent<T>(
  tx: Tx,
  request: FastifyRequest,
  endpoint: Endpoint,
  context: Context,
  work: () => Promise<T>,
): Promise<T> {
  const key = request.headers['idempotency-key']
  if (endpoint.method !== 'POST' || key === undefined) return work()
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem(400, 'bad-key', 'Idempotency-Key 应为 8 到 255 个可见的英文字符，例如一个 UUID。')
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  return once(tx, { actor: actorKey(context.actor, request), key, requestHash }, context.now, endpoint.status ?? 200, work)
}

/** Keys of different people never meet; a visitor is told apart by address, so a guessed key shows nothing of another's answer. */
function actorKey(actor: Actor | null, request: FastifyRequest): string {
  return actor?.id ?? `visitor:${createHash('sha256').update(request.ip).digest('base64url').slice(0, 22)}`
}
