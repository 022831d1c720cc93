import type { AddressInfo } from 'node:net'
import { request as openRequest, type ClientRequest } from 'node:http'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { openLiveHub } from '#kernel/notifications/api.ts'
import { runSql, withDatabase } from '#lib/db/embedded/logins.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { testParts } from '../../../tests/support/parts.ts'
import { workOff } from '../../../tests/support/work.ts'
import { buildServer } from './server.ts'

const house = await buildHouse()
const errors: Error[] = []

/** A copy of the program as another process would be: its own hub, its own server, the same database. */
async function startCopy() {
  const hub = await openLiveHub(house.url, (error) => void errors.push(error))
  const { database } = house.connection
  const app = await buildServer({
    database,
    parts: testParts(),
    hub,
    clock: () => house.now(),
    liveRecheckMs: 50,
    rateLimit: 100_000,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const stop = async () => {
    await app.close()
    await hub.close()
  }
  return { port, stop }
}

const first = await startCopy()
const second = await startCopy()
const lines: Line[] = []
afterEach(() => lines.splice(0).forEach((line) => line.request.destroy()))
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()])
})

const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
const text = { title: '关于增设公交站点的建议', matter: '出行不便。', requests: ['增设站点'], category: 'construction' }

test('PLT-07 a visitor and a session that ended hear nothing', async () => {
  expect((await open(first.port, null)).status).toBe(401)
  expect((await open(first.port, 'a-made-up-token')).status).toBe(401)
})

test('PLT-07 two copies serve one person: what happens through any of them is heard on both', async () => {
  const here = await openFor(first.port, committee)
  const there = await openFor(second.port, committee)
  expect(here.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'x-accel-buffering': 'no',
    'cache-control': 'no-store',
  })
  const id = await submit()
  for (const line of [here, there]) {
    expect(await line.next('suggestion.submitted')).toEqual({ topic: 'suggestions', name: 'suggestion.submitted', subjectId: id })
  }
})

test('PLT-07 hints hold no data: a restricted event is silent, an internal one names no subject, a foreign congress hears nothing', async () => {
  const unit = await openFor(first.port, handler)
  const abroad = await openFor(first.port, foreigner)
  const id = await submit()
  await committee.call('POST', `/suggestions/${id}/return`, { reason: '请写明站点名称' })
  expect(await unit.next('suggestion.returned')).toEqual({ topic: 'suggestions', name: 'suggestion.returned', subjectId: null })
  expect(unit.heard.map((it) => it.name)).toEqual(['suggestion.submitted', 'suggestion.returned'])
  expect(unit.raw()).not.toContain('站点')
  expect(abroad.heard).toEqual([])
})

test('PLT-07 a notice rings for its reader alone, with the id of the notice', async () => {
  await workOff(house)
  const mine = await openFor(first.port, committee)
  const others = await openFor(second.port, handler)
  await submit()
  await workOff(house)
  const rung = await mine.next('notice.created')
  const [newest] = (await committee.call('GET', '/notices')).body.items
  expect(rung).toEqual({ topic: 'notices', name: 'notice.created', subjectId: newest.id })
  expect(others.heard.map((it) => it.name)).not.toContain('notice.created')
})

test('PLT-07 a revoked session and a disabled account are cut off within seconds', async () => {
  const left = await house.person('handling_unit', { unitId: house.unitIds.housing })
  const [revoked, disabled] = [await openFor(first.port, handler), await openFor(second.port, left)]
  await house.in(CITY, (tx) => tx.db.deleteFrom('identity.session').where('account_id', '=', handler.accountId).execute())
  await house.in(CITY, (tx) =>
    tx.db.updateTable('identity.account').set({ is_enabled: false }).where('id', '=', left.accountId).execute(),
  )
  await Promise.all([revoked.ended, disabled.ended])
})

test('PLT-07 one account holds eight lines, not more', async () => {
  const person = await house.person('leader')
  const token = await tokenOf(person)
  for (let n = 0; n < 8; n += 1) expect((await open(first.port, token)).status).toBe(200)
  expect((await open(first.port, token)).status).toBe(429)
  expect((await open(second.port, token)).status).toBe(200)
})

test('PLT-07 a lost database connection comes back by itself and says that something may have been missed', async () => {
  const line = await openFor(first.port, committee)
  const name = new URL(house.url).pathname.slice(1)
  await runSql(
    withDatabase(house.superUrl, name),
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'minyi-live'`,
  )
  expect(await line.next('live.resumed')).toEqual({ topic: '*', name: 'live.resumed', subjectId: null })
  await submit()
  await line.next('suggestion.submitted')
  expect(errors.length).toBeGreaterThan(0)
})

test('PLT-07 a copy that stops ends its lines and is not held up by them', async () => {
  const third = await startCopy()
  const line = await openFor(third.port, committee)
  await third.stop()
  await line.ended
})

interface Hint {
  topic: string
  name: string
  subjectId: string | null
}

interface Line {
  status: number
  headers: Record<string, unknown>
  heard: Hint[]
  raw(): string
  /** The first hint of a name, heard already or to come. */
  next(name: string): Promise<Hint>
  ended: Promise<void>
  request: ClientRequest
}

async function openFor(port: number, person: Person): Promise<Line> {
  const line = await open(port, await tokenOf(person), person === foreigner ? 'province.localhost' : 'city.localhost')
  expect(line.status).toBe(200)
  return line
}

async function tokenOf(person: Person): Promise<string> {
  const congressId = person === foreigner ? PROVINCE : CITY
  return (await house.in(congressId, (tx) => openSession(tx, person.accountId, 'test', house.now()))).token
}

function open(port: number, token: string | null, host = 'city.localhost'): Promise<Line> {
  return new Promise((resolve, reject) => {
    const headers = { host, ...(token && { cookie: `${SESSION_COOKIE}=${token}` }) }
    const request = openRequest({ host: '127.0.0.1', port, path: '/api/v1/live', headers }, (response) => {
      let text = ''
      const heard: Hint[] = []
      const waiting = new Set<() => void>()
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
        const whole = text.slice(0, text.lastIndexOf('\n\n') + 2)
        heard.splice(0, heard.length, ...[...whole.matchAll(/^data: ?(.*)$/gm)].map((match) => JSON.parse(match[1]!) as Hint))
        for (const look of waiting) look()
      })
      const ended = new Promise<void>((done) => response.on('close', () => done()))
      response.on('error', () => {})
      const next = (name: string) =>
        new Promise<Hint>((found) => {
          const look = () => {
            const hint = heard.find((it) => it.name === name)
            if (hint) found(hint)
          }
          waiting.add(look)
          look()
        })
      const line = { status: response.statusCode ?? 0, headers: response.headers, heard, raw: () => text, next, ended, request }
      lines.push(line)
      resolve(line)
    })
    request.on('error', reject)
    request.end()
  })
}

async function submit(): Promise<string> {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  expect((await deputy.call('POST', `/suggestions/${id}/submit`)).status).toBe(200)
  return id
}
