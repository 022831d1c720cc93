import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CSRF_COOKIE, hashPassword, insertAccounts, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { connect } from '#lib/db/connect.ts'
import { withClient } from '#lib/db/embedded/logins.ts'
import { inCongress } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { cloneDatabase, type TestDatabase } from '../support/database.ts'
import { CITY } from '../support/house.ts'
import { startBalancer } from './balancer.ts'
import { call, openStream, startWriters, untilMore, type Answer, type Session } from './client.ts'
import { freePorts, newDataDir, startProgram, untilReady, useProgram, type Program } from './program.ts'
import { compare, foundTown, nothingWrong, type Urls } from './town.ts'

const PASSWORD = 'Sixteen-Lanterns-7'
const READY_MS = 60_000
/** The two furthest from Beijing on either side: their calendars never show the same day for long. */
const ZONES = ['America/New_York', 'Pacific/Kiritimati'] as const
const key = randomBytes(32).toString('base64url')

let database: TestDatabase
let urls: Urls
let town: { deputies: Session[]; clerk: Session }
let ports: readonly [number, number]
let copies: [Program, Program]

// Hooks that were set up first run last: the copies end before their database goes.
afterAll(() => database.drop())
useProgram()

beforeAll(async () => {
  database = await cloneDatabase()
  urls = { appUrl: database.url, migratorUrl: database.migratorUrl }
  town = await foundTown(urls, 6)
  ports = (await freePorts(2)) as [number, number]
  copies = [startCopy(0), startCopy(1)]
  await Promise.all(ports.map((port) => untilReady(port, READY_MS)))
}, 2 * READY_MS)

function startCopy(n: 0 | 1): Program {
  const settings = { DATABASE_URL: urls.appUrl, MINYI_MIGRATOR_URL: urls.migratorUrl, MINYI_SECRET_KEY: key, TZ: ZONES[n] }
  return startProgram(ports[n], newDataDir(), settings)
}

test('PLT-09 a session opened on one copy works on the other, and one end ends it on both', async () => {
  const login = await openAccount()
  const [here, there] = ports
  const answer = await call(here, 'POST', '/api/v1/session', { body: { login, password: PASSWORD } })
  const session = sessionOf(answer)
  expect((await call(there, 'GET', '/api/v1/session', { session })).json().me).toMatchObject({ login })
  expect((await call(there, 'DELETE', '/api/v1/session', { session })).status).toBe(200)
  for (const port of ports) {
    expect((await call(port, 'GET', '/api/v1/session', { session })).json().me).toBeNull()
    expect((await call(port, 'GET', '/api/v1/suggestions', { session })).status).toBe(401)
  }
})

test('PLT-09 what happens on one copy reaches a browser on the other', async () => {
  const [here, there] = ports
  const stream = await openStream(there, '/api/v1/live', town.clerk)
  const id = await submit(here, town.deputies[0]!)
  await expect.poll(() => stream.lines.some((line) => line.includes(id)), { timeout: 5_000 }).toBe(true)
  stream.close()
})

test('reliability 3.2 (23) the same dates under any time zone of the machine', async () => {
  const id = await submit(ports[0], town.deputies[0]!)
  const registered = await call(ports[1], 'POST', `/api/v1/suggestions/${id}/register`, { session: town.clerk })
  const { reference } = registered.json() as { reference: string }
  const paths = [
    '/api/v1/suggestions/profile',
    `/api/v1/suggestions/${id}`,
    `/api/v1/suggestions/${id}/timeline`,
    '/api/v1/suggestions?status=registered',
    '/api/v1/public/suggestions',
    '/suggestions',
    `/suggestions/${encodeURIComponent(reference)}`,
  ]
  for (const path of paths) {
    const [one, other] = await Promise.all(ports.map((port) => call(port, 'GET', path, { session: town.clerk })))
    expect(one?.status, path).toBe(200)
    expect(one?.text, path).toBe(other?.text)
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date())
  for (const port of ports) {
    expect((await call(port, 'GET', '/api/v1/suggestions/profile', { session: town.clerk })).json().today).toBe(today)
    expect((await call(port, 'GET', `/api/v1/suggestions/${id}`, { session: town.clerk })).json()).toMatchObject({
      submittedOn: today,
      registeredOn: today,
    })
  }
})

test(
  'reliability 3.2 every database connection ended under load, again and again: busy at worst, nothing lost or doubled',
  { timeout: 120_000 },
  async () => {
    const writers = startWriters(ports[0], town.deputies.slice(0, 4))
    let ended = 0
    for (let round = 0; round < 10; round += 1) {
      await untilMore(writers, 8, READY_MS)
      ended += await endConnections()
    }
    await untilMore(writers, 8, READY_MS)
    await writers.stop()
    expect(ended).toBeGreaterThan(20)
    expect([...new Set(writers.log.flatMap((it) => it.wrong))]).toEqual([])
    expect(writers.log.some((it) => it.unknown > 0)).toBe(true)
    expect(await compare(urls, writers.log, copies[0].dataDir)).toEqual(nothingWrong)
  },
)

test(
  'reliability 3.2 (24) both copies restarted in turn under load behind a balancer: no request fails',
  { timeout: 180_000 },
  async () => {
    const balancer = await startBalancer(ports)
    const stream = await openStream(ports[0], '/api/v1/live', town.clerk)
    const load = startLoad(balancer.port)
    for (const n of [0, 1] as const) {
      await load.untilMore(20)
      const leaving = copies[n]
      const asked = performance.now()
      leaving.kill('SIGTERM')
      expect(await leaving.ended).toBe(0)
      expect(performance.now() - asked).toBeLessThan(5_000)
      expect(processesOf(leaving)).toEqual([])
      copies[n] = startCopy(n)
      await expect.poll(() => balancer.serves(ports[n]), { timeout: READY_MS }).toBe(true)
    }
    await load.untilMore(20)
    await load.stop()
    await stream.ended
    await balancer.close()
    expect([...new Set(load.failed)]).toEqual([])
    expect(load.count()).toBeGreaterThan(60)
  },
)

async function openAccount(): Promise<string> {
  const login = `clerk-${randomUUID().slice(0, 8)}`
  const { database: db, close } = connect(urls.appUrl, { max: 1 })
  const row = {
    id: newId(),
    login,
    name: '李秘书',
    roles: ['deputies_affairs'] as const,
    passwordHash: await hashPassword(PASSWORD),
  }
  await inCongress(db, CITY, (tx) => insertAccounts(tx, [row], new Date(), null))
  await close()
  return login
}

function sessionOf(answer: Answer): Session {
  expect(answer.status).toBe(200)
  const value = (name: string) => {
    const line = answer.headers['set-cookie']?.find((it) => it.startsWith(`${name}=`)) ?? ''
    return line.slice(name.length + 1).split(';')[0]!
  }
  return { token: value(SESSION_COOKIE), csrfToken: value(CSRF_COOKIE) }
}

async function submit(port: number, session: Session): Promise<string> {
  const body = { title: '关于公交站牌的建议', matter: '站牌看不清', requests: ['加照明'], category: 'other' }
  const made = await call(port, 'POST', '/api/v1/suggestions', { session, body })
  const { id } = made.json() as { id: string }
  expect((await call(port, 'POST', `/api/v1/suggestions/${id}/submit`, { session })).status).toBe(200)
  return id
}

/** Every connection to this database but the one that asks; how many that were. */
function endConnections(): Promise<number> {
  return withClient(database.superUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(`
      select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    return rows[0]!.count
  })
}

interface Load {
  readonly failed: string[]
  count(): number
  untilMore(count: number): Promise<void>
  stop(): Promise<void>
}

/** Readers and writers that take any answer but success for a failure, and never try again. */
function startLoad(port: number): Load {
  const failed: string[] = []
  const state = { isStopping: false, count: 0 }
  const body = { title: '关于路灯的建议', matter: '太暗', requests: ['修'], category: 'other' }
  const ways = [
    (session: Session) => call(port, 'POST', '/api/v1/suggestions', { session, body }),
    (session: Session) => call(port, 'GET', '/api/v1/suggestions', { session }),
    () => call(port, 'GET', '/suggestions'),
  ]
  const working = town.deputies.map(async (session, n) => {
    for (; !state.isStopping; state.count += 1) {
      const outcome = await ways[n % ways.length]!(session).then(
        ({ status, text }) => (status < 300 ? null : `way ${n % ways.length}: ${status} ${text.slice(0, 200)}`),
        (error: Error) => error.message,
      )
      if (outcome) failed.push(outcome)
    }
  })
  return {
    failed,
    count: () => state.count,
    untilMore: (count) => {
      const goal = state.count + count
      return expect.poll(() => state.count, { timeout: READY_MS, interval: 20 }).toBeGreaterThanOrEqual(goal)
    },
    stop: async () => {
      state.isStopping = true
      await Promise.all(working)
    },
  }
}

/** Each copy leads a process group of its own; whatever it started and left is in it or names its folder. */
function processesOf({ pid, dataDir }: Program): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8' })
  const lines = stdout.split('\n').map((it) => it.trim())
  return lines.filter((it) => (it.startsWith(`${pid} `) && !/^\d+ Z/.test(it)) || it.includes(join(dataDir, '')))
}
