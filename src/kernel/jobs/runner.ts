import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { listen } from '#lib/db/listen.ts'
import type { Deps, Job, JobLog, ScheduleEntry } from './job.ts'
import { giveBack } from './store.ts'
import { toCrontab } from './rules/crontab.ts'

export interface RunnerOptions {
  /** The login `minyi_app`. */
  readonly databaseUrl: string
  readonly jobs: readonly Job[]
  readonly schedule: readonly ScheduleEntry[]
  readonly deps: Omit<Deps, 'signal'>
  /** Jobs at once in this process. */
  readonly concurrency?: number
}

export interface JobRunner {
  /** Lets running jobs end, gives back those that do not within three seconds; done within five in any case. */
  stop(): Promise<void>
}

const PATIENCE_MS = 3_000
const IMPATIENCE_MS = 700
/** What the timetable missed while nothing ran is made up for so long: a digest at noon is late, one at midnight is noise. */
const BACKFILL_MS = 3 * 3_600_000

/** Starts working on the queue. Several processes may: each job is taken by one, each line of the timetable fires once. */
export async function startRunner(options: RunnerOptions): Promise<JobRunner> {
  const { log } = options.deps
  refuseUnknown(options)
  const pool = new Pool({ connectionString: options.databaseUrl, max: 4, application_name: 'minyi-jobs' })
  const lost = (error: Error) => log.warn({ problem: error.message }, 'the queue lost a connection')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const stopping = new AbortController()
  const events = new EventEmitter() as WorkerEvents
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => (poolId = workerPool.id))
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(options.jobs, { ...options.deps, signal: stopping.signal }),
    parsedCronItems: parseCronItems(options.schedule.map(cronItemOf)),
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    events,
    logger: loggerOf(log),
  })
  runner.promise.catch((error: unknown) => log.error({ problem: String(error) }, 'the queue stopped with an error'))
  const presence = await listen(options.databaseUrl, PRESENCE, { applicationName: poolId, onMessage: () => {}, onError: lost })
  return {
    stop: async () => {
      stopping.abort()
      const ended = runner.stop().then(() => 'ended' as const)
      const outcome = await Promise.race([ended, pause(PATIENCE_MS, 'late' as const, { ref: false })])
      if (outcome === 'late') {
        log.warn({}, 'jobs did not end in time and are given back')
        ended.catch(() => {})
        await giveBack(options.deps.database, poolId).catch(lost)
      }
      await Promise.all([presence.close(), Promise.race([pool.end(), pause(IMPATIENCE_MS, undefined, { ref: false })])])
    },
  }
}

/** A worker listens here under its own name, which is how `releaseAbandoned` knows that it lives; nothing is ever said. */
const PRESENCE = 'minyi_presence'

function refuseUnknown({ jobs, schedule }: RunnerOptions): void {
  const known = new Set(jobs.map((it) => it.name))
  const unknown = schedule.find((it) => !known.has(it.job.name))
  if (unknown) throw new Error(`The timetable names ${unknown.job.name}, which no job is called`)
}

function tasksOf(jobs: readonly Job[], deps: Deps): TaskList {
  const tasks: TaskList = {}
  for (const it of jobs) {
    if (tasks[it.name]) throw new Error(`Two jobs are named ${it.name}`)
    tasks[it.name] = async (payload: unknown) => it.run(deps, it.payload.parse(payload))
  }
  return tasks
}

function cronItemOf({ job, when }: ScheduleEntry) {
  const isFrequent = 'everyMinutes' in when
  return {
    task: job.name,
    match: toCrontab(when),
    identifier: job.name,
    options: {
      maxAttempts: job.tries,
      backfillPeriod: isFrequent ? 0 : BACKFILL_MS,
      ...(isFrequent && { jobKey: job.name }),
    },
  }
}

/** The queue's own messages, without their meta data: that is where payloads would be. */
function loggerOf(log: JobLog): Logger {
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    const facts = { job: taskIdentifier, jobId }
    if (level === 'error') log.error(facts, message)
    else if (level === 'warning') log.warn(facts, message)
  })
}
