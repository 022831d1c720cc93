import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { buildHouse, CITY, PROVINCE } from '../../../tests/support/house.ts'
import { depsOf, workOff } from '../../../tests/support/work.ts'
import { eachCongress, enqueue, job, releaseAbandoned, startRunner, type Job, type JobRunner } from './api.ts'

const house = await buildHouse()
const admin = await house.person('system_admin')
const foreignAdmin = await house.person('system_admin', { congressId: PROVINCE })
const clerk = await house.person('deputies_affairs')
const queue = new Client({ connectionString: house.superUrl })
queue.on('error', () => {})
await queue.connect()
afterAll(() => queue.end())

const Payload = z.object({ congressId: z.number(), n: z.number() })
const runners: JobRunner[] = []
afterEach(async () => {
  await Promise.all(runners.splice(0).map((it) => it.stop()))
  await queue.query('delete from graphile_worker._private_jobs')
})

test('PLT-07 a job exists if and only if the change does, and runs once', async () => {
  const { it, ran } = counting('test.count')
  const failing = house.in(CITY, async (tx) => {
    await enqueue(tx, it, { congressId: CITY, n: 1 })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await house.in(CITY, (tx) => enqueue(tx, it, { congressId: CITY, n: 2 }))
  await workOff(house, [it])
  expect(ran).toEqual([2])
})

test('PLT-07 many changes under one key lead to one run, and runAt postpones', async () => {
  const { it, ran } = counting('test.count')
  for (const n of [1, 2, 3]) await house.in(CITY, (tx) => enqueue(tx, it, { congressId: CITY, n }, { key: 'one' }))
  await house.in(CITY, (tx) => enqueue(tx, it, { congressId: CITY, n: 9 }, { runAt: new Date(Date.now() + 3_600_000) }))
  await workOff(house, [it])
  expect(ran).toEqual([3])
})

test('PLT-07 a job that cannot succeed is parked after five tries, seen by its own administrator alone, and can be tried again', async () => {
  const tries: number[] = []
  const state = { isBroken: true }
  const poison = job({
    name: 'test.poison',
    payload: Payload,
    run: async (_deps, { n }) => {
      tries.push(n)
      if (state.isBroken) throw new Error('the printer is on fire')
    },
  })
  await house.in(CITY, (tx) => enqueue(tx, poison, { congressId: CITY, n: 1 }))
  for (let round = 0; round < 7; round += 1) {
    await workOff(house, [poison])
    await queue.query('update graphile_worker._private_jobs set run_at = now()')
  }
  expect(tries).toHaveLength(5)
  expect((await clerk.call('GET', '/jobs/parked')).status).toBe(403)
  const parked = (await admin.call('GET', '/jobs/parked')).body.items
  expect(parked).toMatchObject([{ name: 'test.poison', attempts: 5, problem: 'the printer is on fire' }])
  expect((await foreignAdmin.call('GET', '/jobs/parked')).body.items).toEqual([])
  expect((await foreignAdmin.call('POST', `/jobs/parked/${parked[0].id}/retry`)).status).toBe(404)
  state.isBroken = false
  expect((await admin.call('POST', `/jobs/parked/${parked[0].id}/retry`)).status).toBe(200)
  await workOff(house, [poison])
  expect(tries).toHaveLength(6)
  expect((await admin.call('GET', '/jobs/parked')).body.items).toEqual([])
})

test('PLT-07 the timetable tells what runs when and when it last did, in the language asked for', async () => {
  expect((await clerk.call('GET', '/jobs/timetable')).status).toBe(403)
  const name = 'notifications.send-digests'
  const line = async (path: string) =>
    (await admin.call('GET', path)).body.items.find((it: { name: string }) => it.name === name) as Record<string, unknown>
  expect(await line('/jobs/timetable')).toMatchObject({ when: '每天 08:30', lastRunAt: null })
  await queue.query(
    'insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ($1, now(), $2)',
    [name, '2022-03-01T00:30:00Z'],
  )
  const wanted = { when: 'every day at 08:30', lastRunAt: '2022-03-01T00:30:00.000Z' }
  expect(await line('/jobs/timetable?lang=en')).toMatchObject(wanted)
})

test('PLT-07 two workers share 200 jobs: each runs once', async () => {
  const { it, ran } = counting('test.share')
  await house.in(CITY, async (tx) => {
    for (let n = 0; n < 200; n += 1) await enqueue(tx, it, { congressId: CITY, n })
  })
  await Promise.all([work([it]), work([it])])
  await vi.waitFor(() => expect(ran.length).toBeGreaterThanOrEqual(200), 20_000)
  expect(ran.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
})

test('PLT-07 stopping lets a job end that minds the signal', async () => {
  const state = { hasBegun: false, hasEnded: false }
  const minding = job({
    name: 'test.mind',
    payload: z.unknown(),
    run: async ({ signal }) => {
      state.hasBegun = true
      await once(signal, 'abort')
      state.hasEnded = true
    },
  })
  const runner = await work([minding])
  await house.in(CITY, (tx) => enqueue(tx, minding, {}))
  await vi.waitFor(() => expect(state.hasBegun).toBe(true), 10_000)
  await forget(runner).stop()
  expect(state.hasEnded).toBe(true)
  expect((await queue.query('select from graphile_worker._private_jobs')).rowCount).toBe(0)
})

test('PLT-07 a job that hangs does not hold up the stop: five seconds, and it is given back', async () => {
  const state = { hasBegun: false }
  const runner = await work([hanging(state)])
  await house.in(CITY, (tx) => enqueue(tx, hanging(state), {}))
  await vi.waitFor(() => expect(state.hasBegun).toBe(true), 10_000)
  expect(await releaseStale()).toBe(0)
  const began = performance.now()
  await forget(runner).stop()
  expect(performance.now() - began).toBeLessThan(5_000)
  const { rows } = await queue.query('select locked_by, attempts from graphile_worker._private_jobs')
  expect(rows).toEqual([{ locked_by: null, attempts: 0 }])
})

test('PLT-07 the job of a killed process is given back and done by another', async () => {
  const args = ['--import', 'tsx', 'tests/support/hanging-worker.ts', house.url]
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const { it, ran } = counting('test.hang')
  await house.in(CITY, (tx) => enqueue(tx, it, { congressId: CITY, n: 7 }))
  expect(String((await once(worker.stdout, 'data'))[0])).toBe('begun\n')
  expect(await releaseStale()).toBe(0)
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
  await vi.waitFor(async () => expect(await releaseStale()).toBe(1), 10_000)
  await workOff(house, [it])
  expect(ran).toEqual([7])
})

test('PLT-07 the log of a failed job says which and why, never with what', async () => {
  const lines: string[] = []
  const note = (facts: object, message: string) => void lines.push(`${JSON.stringify(facts)} ${message}`)
  const failing = job({
    name: 'test.fail',
    payload: z.object({ phone: z.string() }),
    run: () => Promise.reject(new Error('no line')),
  })
  const log = { info: note, warn: note, error: note }
  runners.push(await startRunner({ databaseUrl: house.url, jobs: [failing], schedule: [], deps: { ...depsOf(house), log } }))
  await house.in(CITY, (tx) => enqueue(tx, failing, { phone: '13800138000' }))
  await vi.waitFor(() => expect(lines.join('\n')).toContain('no line'), 10_000)
  expect(lines.join('\n')).toContain('test.fail')
  expect(lines.join('\n')).not.toContain('13800138000')
})

test('PLT-07 one congress that fails does not stop the others, and the job fails as a whole', async () => {
  const done: number[] = []
  const each = eachCongress(depsOf(house), async (tx) => {
    if (tx.congressId === CITY) throw new Error('no calendar')
    done.push(tx.congressId)
  })
  await expect(each).rejects.toThrow('no calendar')
  expect(done).toEqual([PROVINCE])
})

test('a timetable that names no job, and two jobs of one name, are refused at the start', async () => {
  const { it } = counting('test.count')
  const options = { databaseUrl: house.url, deps: depsOf(house) }
  const line = { job: { name: 'test.absent', tries: 5 }, when: { at: '09:00' }, what: { zh: '无', en: 'none' } }
  await expect(startRunner({ ...options, jobs: [it], schedule: [line] })).rejects.toThrow('test.absent')
  await expect(startRunner({ ...options, jobs: [it, it], schedule: [] })).rejects.toThrow('Two jobs')
})

function counting(name: string): { it: Job<typeof Payload>; ran: number[] } {
  const ran: number[] = []
  const it = job({ name, payload: Payload, run: async (_deps, { n }) => void ran.push(n) })
  return { it, ran }
}

function hanging(state: { hasBegun: boolean }): Job {
  const run = () => {
    state.hasBegun = true
    return new Promise<void>(() => {})
  }
  return job({ name: 'test.hang', payload: z.unknown(), run })
}

async function work(jobs: readonly Job[]): Promise<JobRunner> {
  const runner = await startRunner({ databaseUrl: house.url, jobs, schedule: [], deps: depsOf(house) })
  runners.push(runner)
  return runner
}

/** The test stops this one itself. */
function forget(runner: JobRunner): JobRunner {
  runners.splice(runners.indexOf(runner), 1)
  return runner
}

/** As it would be half a minute later: what is locked now was locked long ago. */
async function releaseStale(): Promise<number> {
  await queue.query(
    `update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null`,
  )
  return releaseAbandoned(house.connection.database)
}
