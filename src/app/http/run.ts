import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { BlobStore } from '#kernel/files/api.ts'
import { once } from '#kernel/idempotency/api.ts'
import { authenticate, recordDenied, SESSION_COOKIE, touchSession, type SignedIn, type Steps } from '#kernel/identity/api.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { inCongress, readCongress, type Database, type Tx } from '#lib/db/tx.ts'
import type { Runner } from '#lib/http/bind.ts'
import type { Endpoint } from '#lib/http/contract.ts'
import { Hidden, Problem } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { browserOf } from './browser.ts'
import type { Context } from './context.ts'
import { guard, NotYourRole } from './guard.ts'
import { localeOf } from './locale.ts'
import { congressOf } from './tenant.ts'

/**
 * Every request goes through here: find the congress, open its transaction, find out who is asking, check the audience, then work.
 * The session is read in the same transaction as the work, and held until its end where the work writes: what was revoked a moment
 * ago cannot act any more, and a revocation that was answered has nothing running behind it.
 */
export function runnerOf(database: Database, clock: () => Date, blobs: BlobStore): Runner<Context> {
  return async (request, reply, endpoint, work) => {
    const congress = congressOf(request)
    const now = clock()
    const isWriting = endpoint.method !== 'GET' || endpoint.isRecorded === true
    const inTransaction = isWriting ? inCongress : readCongress
    let asking: Actor | null = null
    const run = inTransaction(database, congress.id, async (tx) => {
      const signedIn = await authenticate(tx, request.cookies[SESSION_COOKIE], now, isWriting)
      asking = signedIn?.actor ?? null
      guard(request, endpoint, signedIn)
      const context: Context = {
        tx,
        actor: signedIn?.actor ?? null,
        signedIn,
        now,
        congress,
        request,
        browser: browserOf(request, reply),
        ifMatch: ifMatchOf(request),
        locale: localeOf(request),
        blobs,
      }
      return { answer: await idempotent(tx, request, endpoint, context, () => work(context)), signedIn }
    })
    const { answer, signedIn } = await run.catch((error: unknown) =>
      tellDenied(database, congress.id, endpoint, now, asking, error),
    )
    if (signedIn?.needsTouch) await inCongress(database, congress.id, (tx) => touchSession(tx, signedIn.sessionId, now))
    return answer
  }
}

/**
 * The same for operations that check a password or ask another server. That takes long, and a transaction that waits would keep a
 * database connection from everybody else: so the work opens short transactions itself, and each asks again who is acting.
 */
export function stepRunnerOf(database: Database, clock: () => Date): Runner<Steps> {
  return async (request, reply, endpoint, work) => {
    const congress = congressOf(request)
    const token = request.cookies[SESSION_COOKIE]
    let asking: Actor | null = null
    const tell = (error: unknown) => tellDenied(database, congress.id, endpoint, clock(), asking, error)
    const signedIn = await readCongress(database, congress.id, async (tx) => {
      const signedIn = await authenticate(tx, token, clock())
      asking = signedIn?.actor ?? null
      guard(request, endpoint, signedIn)
      return signedIn
    }).catch(tell)
    const steps: Steps = {
      actor: signedIn?.actor ?? null,
      signedIn,
      congress,
      now: clock(),
      browser: browserOf(request, reply),
      locale: localeOf(request),
      step: (work) => inCongress(database, congress.id, (tx) => stillSignedIn(tx, token, signedIn, clock()).then(() => work(tx))),
    }
    return work(steps).catch(tell)
  }
}

async function stillSignedIn(tx: Tx, token: string | undefined, before: SignedIn | null, now: Date): Promise<void> {
  if (!before) return
  const after = await authenticate(tx, token, now, true)
  if (after?.sessionId !== before.sessionId) throw new Problem(401, 'sign-in-first', '这次登录已被结束，没有执行。请重新登录。')
}

/** A person who is known and was told no goes on record (ASVS 16.3.2), after the transaction of the request was undone. */
async function tellDenied(
  database: Database,
  congressId: number,
  it: Endpoint,
  now: Date,
  actor: Actor | null,
  error: unknown,
): Promise<never> {
  if (actor && isDenial(error)) {
    await inCongress(database, congressId, (tx) => recordDenied(tx, now, actor, `${it.method} ${it.path}`))
  }
  throw error
}

function isDenial(error: unknown): boolean {
  return error instanceof NotYourRole || error instanceof Hidden || (error instanceof Refused && error.status === 403)
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
  const keyed = { actor: actorKey(context.actor, request), key, requestHash: hashOf(request, endpoint) }
  return once(tx, { ...keyed, isShownOnce: endpoint.isShownOnce === true }, context.now, endpoint.status ?? 200, work)
}

/** A body that the operation does not have was not checked and counts for nothing: it may be nested deeper than can be written. */
function hashOf(request: FastifyRequest, endpoint: Endpoint): string {
  const body = JSON.stringify(endpoint.body ? request.body : null)
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('base64url')
}

/** Keys of different people never meet; a visitor is told apart by address, so a guessed key shows nothing of another's answer. */
function actorKey(actor: Actor | null, request: FastifyRequest): string {
  return actor?.id ?? `visitor:${createHash('sha256').update(request.ip).digest('base64url').slice(0, 22)}`
}
