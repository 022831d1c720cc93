import { Logger, runOnce, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { jobsOf, type WorkOptions } from '#app/worker.ts'
import type { Deps, Job, JobLog } from '#kernel/jobs/api.ts'
import type { House } from './house.ts'
import { testParts } from './parts.ts'

const silent: JobLog = { info: () => {}, warn: () => {}, error: () => {} }

/** Tests of the queue write neither anchors nor archives. */
const noOutside = {
  anchors: '/nowhere',
  backup: () => Promise.reject(new Error('Tests of the queue make no backup')),
}

/** What a job gets, on the clock that the test holds. */
export function depsOf(house: House): Deps {
  return { database: house.connection.database, clock: () => house.now(), log: silent, signal: new AbortController().signal }
}

/** Every job of the program, as in a running copy; without a mail server unless the test brings one. */
export function jobsFor(more: Partial<Pick<WorkOptions, 'mailer' | 'site'>> = {}): readonly Job[] {
  return jobsOf({
    parts: testParts(),
    mailer: null,
    site: 'https://city.example',
    outside: noOutside,
    ...more,
  })
}

/** Works off all that is due now, one after the other, and returns; what fails is left for its next try. */
export async function workOff(house: House, jobs: readonly Job[] = jobsFor()): Promise<void> {
  const deps = depsOf(house)
  const taskList: TaskList = {}
  for (const it of jobs) taskList[it.name] = async (payload: unknown) => it.run(deps, it.payload.parse(payload))
  const pool = new Pool({ connectionString: house.url, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: new Logger(() => () => {}) })
  await pool.end()
}

/** Runs one job directly, as the queue would. */
export async function runJob(house: House, jobs: readonly Job[], name: string, payload: unknown = {}): Promise<void> {
  const it = jobs.find((one) => one.name === name)
  if (!it) throw new Error(`no job ${name}`)
  await it.run(depsOf(house), it.payload.parse(payload))
}
