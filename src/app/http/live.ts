import { createSession, type Session } from 'better-sse'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { authenticate, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { hintFor, RESUMED, type LiveHint, type LiveHub, type LiveKinds } from '#kernel/notifications/api.ts'
import { readCongress, type Database } from '#lib/db/tx.ts'
import type { Endpoint } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import { guard } from './guard.ts'
import { congressOf } from './tenant.ts'

export interface LiveOptions {
  readonly database: Database
  readonly hub: LiveHub
  readonly kinds: LiveKinds
  readonly clock: () => Date
  /** How often every open connection must prove its session again. */
  readonly recheckMs?: number
}

const endpoint = {
  method: 'GET',
  path: '/live',
  summary: '实时更新（Server-Sent Events）：每条只说哪一类事情有变化',
  audience: ['signed_in'],
  ok: z.object({ topic: z.string(), name: z.string(), subjectId: z.string().nullable() }),
  rateLimit: 120,
} as const satisfies Endpoint

const HEARTBEAT_MS = 15_000
const RETRY_MS = 3_000
const RECHECK_MS = 5_000
/** Rechecks that may fail in a row, as they do while the database fails over, before a connection is no longer trusted. */
const TRUSTED_RECHECKS = 6
const MOST_FOR_ACCOUNT = 8
const MOST_IN_PROCESS = 5_000
/** A reader so far behind that this many bytes wait for it is cut off; it connects again and reads the lists anew. */
const MOST_WAITING_BYTES = 65_536

interface Line {
  readonly session: Session
  readonly reply: FastifyReply
  readonly congressId: number
  readonly accountId: string
  readonly token: string | undefined
}

/** One stream for each browser tab. It carries hints to read again, never data, so what may be read is decided where it is read. */
export function serveLive(app: FastifyInstance, options: LiveOptions): void {
  const { hub, kinds } = options
  const lines = new Set<Line>()
  const unsubscribe = hub.subscribe((signal) => {
    for (const line of lines) {
      if (signal === 'gap') push(line, RESUMED)
      else if (signal.congressId === line.congressId) {
        const hint = hintFor(signal, line.accountId, kinds)
        if (hint) push(line, hint)
      }
    }
  })
  const rechecking = keepChecking(app, options, lines)
  app.addHook('preClose', async () => {
    unsubscribe()
    clearInterval(rechecking)
    for (const line of lines) cut(line)
  })
  app.get(
    `/api/v1${endpoint.path}`,
    { config: { rateLimit: { max: endpoint.rateLimit, timeWindow: '1 minute' } }, schema: { hide: true } },
    (request, reply) => connect(request, reply, options, lines),
  )
}

async function connect(request: FastifyRequest, reply: FastifyReply, options: LiveOptions, lines: Set<Line>): Promise<void> {
  const { database, clock } = options
  const congress = congressOf(request)
  const token = request.cookies[SESSION_COOKIE]
  const signedIn = await readCongress(database, congress.id, (tx) => authenticate(tx, token, clock()))
  guard(request, endpoint, signedIn)
  const accountId = signedIn!.actor.id
  refuseTooMany(lines, accountId)
  reply.hijack()
  const headers = { ...textual(reply.getHeaders()), 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  const session = await createSession(request.raw, reply.raw, {
    keepAlive: HEARTBEAT_MS,
    retry: RETRY_MS,
    trustClientEventId: false,
    headers,
  })
  const line = { session, reply, congressId: congress.id, accountId, token }
  lines.add(line)
  session.on('disconnected', () => lines.delete(line))
}

function refuseTooMany(lines: ReadonlySet<Line>, accountId: string): void {
  if (lines.size >= MOST_IN_PROCESS) throw new Problem(503, 'busy', '服务繁忙，暂时不能实时更新，页面会定时刷新。')
  let count = 0
  for (const line of lines) count += line.accountId === accountId ? 1 : 0
  if (count < MOST_FOR_ACCOUNT) return
  throw new Problem(429, 'too-many-live', `同时打开的页面超过 ${MOST_FOR_ACCOUNT} 个，这一页不再实时更新。请关闭不用的页面。`)
}

/** Headers that hooks had set on the answer (security headers among them) go out with the stream as well. */
function textual(headers: ReturnType<FastifyReply['getHeaders']>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'number' ? String(value) : (value ?? '')]),
  )
}

function push(line: Line, hint: LiveHint): void {
  if (line.reply.raw.writableLength > MOST_WAITING_BYTES) cut(line)
  else if (line.session.isConnected) line.session.push(hint)
}

function cut(line: Line): void {
  line.reply.raw.end()
  line.reply.raw.destroy()
}

/** Every few seconds each open stream is authenticated like a request; what was signed out or disabled ends here. */
function keepChecking(app: FastifyInstance, { database, clock, recheckMs }: LiveOptions, lines: Set<Line>) {
  let failures = 0
  let isRunning = false
  const check = async () => {
    for (const congressId of new Set([...lines].map((line) => line.congressId))) {
      const group = [...lines].filter((line) => line.congressId === congressId)
      await readCongress(database, congressId, async (tx) => {
        for (const line of group) if (!(await isStill(line, authenticate(tx, line.token, clock())))) cut(line)
      })
    }
  }
  const tick = async () => {
    if (isRunning) return
    isRunning = true
    try {
      await check()
      failures = 0
    } catch (error) {
      failures += 1
      app.log.warn({ err: error }, 'live connections could not be checked')
      if (failures >= TRUSTED_RECHECKS) for (const line of lines) cut(line)
    }
    isRunning = false
  }
  return setInterval(() => void tick(), recheckMs ?? RECHECK_MS).unref()
}

async function isStill(line: Line, asked: ReturnType<typeof authenticate>): Promise<boolean> {
  const signedIn = await asked
  return signedIn !== null && signedIn.duty === null && signedIn.actor.id === line.accountId
}
