import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import type { Deps, Job, JobLog, ScheduleEntry } from './job.ts'
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
  /** Lets running jobs end, gives back those that do not within four seconds; done within five in any case. */
  stop(): Promise<void>
}

const PATIENCE_MS = 4_000
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
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(options.jobs, { ...options.deps, signal: stopping.signal }),
    parsedCronItems: parseCronItems(options.schedule.map(cronItemOf)),
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: PATIENCE_MS,
    events: namedConnections(),
    logger: loggerOf(log),
  })
  runner.promise.catch((error: unknown) => log.error({ problem: String(error) }, 'the queue stopped with an error'))
  return {
    stop: async () => {
      stopping.abort()
      const late = setTimeout(() => void runner.kill('jobs did not end in time').catch(() => {}), PATIENCE_MS)
      await runner.stop().catch((error: unknown) => log.warn({ problem: String(error) }, 'jobs were given back'))
      clearTimeout(late)
      await pool.end()
    },
  }
}

function refuseUnknown({ jobs, schedule }: RunnerOptions): void {
  const known = new Set(jobs.map((it) => it.name))
  const unknown = schedule.find((it) => !known.has(it.job.name))
  if (unknown) throw new Error(`The timetable names ${unknown.job.name}, which no job is called`)
}

/** Names the listening connection of a worker after it, which is how `releaseAbandoned` knows that it lives. */
function namedConnections(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:listen:success', ({ workerPool, client }) => {
    client.query(`set application_name = ${client.escapeLiteral(workerPool.id)}`).catch(() => {})
  })
  return events
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
