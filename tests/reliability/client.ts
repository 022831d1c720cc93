import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { randomInt, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { CSRF_COOKIE, SESSION_COOKIE } from '#kernel/identity/api.ts'

export interface Session {
  readonly token: string
  readonly csrfToken: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  // The shape is the subject of the test that reads it.
  // oxlint-disable-next-line typescript/no-explicit-any
  json(): any
}

export interface CallOptions {
  readonly session?: Session
  readonly body?: object
  readonly key?: string
  /** The program remembers for half a minute to whom a name belongs; what is asked before the congress is founded needs another one. */
  readonly host?: string
}

const LIMIT_MS = 20_000

/** One request on a connection of its own, as the city congress's people send it; rejects where no answer came. */
export function call(port: number, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = send(port, method, path, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) as unknown })
      })
    })
    sent.on('error', reject)
    sent.setTimeout(LIMIT_MS, () => sent.destroy(new Error('no answer within 20 s')))
  })
}

/** Opens a stream and hands on each chunk of text; `close` ends it, `ended` tells when it is over. */
export function openStream(
  port: number,
  path: string,
  session: Session,
): Promise<{ lines: string[]; ended: Promise<void>; close(): void }> {
  return new Promise((resolve, reject) => {
    const sent = send(port, 'GET', path, { session }, (response) => {
      const lines: string[] = []
      response.on('data', (part: Buffer) => lines.push(...part.toString('utf8').split('\n')))
      response.on('error', () => {})
      if (response.statusCode !== 200) reject(new Error(`stream answered ${response.statusCode}`))
      resolve({ lines, ended: new Promise((done) => response.once('close', () => done())), close: () => sent.destroy() })
    })
    sent.on('error', reject)
  })
}

function send(port: number, method: string, path: string, options: CallOptions, then: (response: IncomingMessage) => void) {
  const { session, body, key, host = 'city.localhost' } = options
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    host,
    'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
    ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(key && { 'idempotency-key': key }),
    ...(session && {
      'x-minyi-csrf': session.csrfToken,
      cookie: `${SESSION_COOKIE}=${session.token}; ${CSRF_COOKIE}=${session.csrfToken}`,
    }),
  }
  const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, then)
  sent.end(text)
  return sent
}

/** What a client knows of one write: the truth against which the database is held. */
export interface Write {
  readonly key: string
  readonly title: string
  /** The ids that answers of success named; more than one different id would be a doubled write. */
  readonly ids: string[]
  /** Answers that were neither success nor "try again later". */
  readonly wrong: string[]
  /** Requests whose outcome the client did not learn at once. */
  unknown: number
}

export interface Writers {
  readonly log: Write[]
  acknowledged(): number
  /** The first answer that should not have been given. */
  firstWrong(): string | undefined
  stop(): Promise<void>
}

/** Writers that each keep one draft under way and send it under the same key until it was acknowledged; every third is sent twice. */
export function startWriters(port: number, sessions: readonly Session[]): Writers {
  const log: Write[] = []
  const state = { isStopping: false }
  const writing = sessions.map(async (session) => {
    while (!state.isStopping) {
      const key = randomUUID()
      const write = { key, title: `建议 ${key.slice(0, 18)}`, ids: [], wrong: [], unknown: 0 }
      log.push(write)
      await acknowledge(port, session, write)
      if (log.length % 3 === 0) await acknowledge(port, session, write)
    }
  })
  return {
    log,
    acknowledged: () => log.filter((it) => it.ids.length > 0).length,
    firstWrong: () => log.find((it) => it.wrong.length > 0)?.wrong[0],
    stop: async () => {
      state.isStopping = true
      await Promise.all(writing)
    },
  }
}

const PATIENCE_MS = 25

async function acknowledge(port: number, session: Session, write: Write): Promise<void> {
  const body = { title: write.title, matter: '情况', requests: ['一'], category: 'other' }
  for (;;) {
    const answer = await call(port, 'POST', '/api/v1/suggestions', { session, body, key: write.key }).catch(() => null)
    if (answer?.status === 201) return void write.ids.push((answer.json() as { id: string }).id)
    if (answer !== null && !(answer.status === 503 && answer.headers['retry-after']))
      write.wrong.push(`${answer.status} ${answer.text}`)
    write.unknown += 1
    await new Promise((done) => setTimeout(done, PATIENCE_MS))
  }
}

/** Waits until `count` more writes were acknowledged; throws where an answer was wrong or the time is over. */
export async function untilMore(writers: Writers, count: number, limitMs: number): Promise<void> {
  const goal = writers.acknowledged() + count
  await expect
    .poll(() => writers.firstWrong() ?? writers.acknowledged() >= goal, { timeout: limitMs, interval: 10 })
    .toSatisfy((it) => it !== false)
  expect(writers.firstWrong()).toBeUndefined()
}
