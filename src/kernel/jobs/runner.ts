import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { listen, type Listening } from '#lib/db/listen.ts'
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
const AGAIN_MS = 1_000
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
  const begin = () => beginCrew(options, pool, stopping.signal, lost)
  const at = { crew: await begin() }
  const keeping = keepWorking(at, begin, stopping.signal, log)
  return {
    stop: async () => {
      stopping.abort()
      const { runner, poolId, presence } = at.crew
      const ended = Promise.all([runner.stop().catch(lost), keeping]).then(() => 'ended' as const)
      const outcome = await Promise.race([ended, pause(PATIENCE_MS, 'late' as const, { ref: false })])
      if (outcome === 'late') {
        log.warn({}, 'jobs did not end in time and are given back')
        await giveBack(options.deps.database, poolId).catch(lost)
      }
      await Promise.all([presence.close(), Promise.race([pool.end(), pause(IMPATIENCE_MS, undefined, { ref: false })])])
    },
  }
}

/** What works on the queue, under a name of its own. */
interface Crew {
  readonly runner: Runner
  readonly poolId: string
  readonly presence: Listening
}

async function beginCrew(
  { databaseUrl, jobs, schedule, deps, concurrency }: RunnerOptions,
  pool: Pool,
  signal: AbortSignal,
  lost: (error: Error) => void,
): Promise<Crew> {
  const events = new EventEmitter() as WorkerEvents
  let poolId = ''
  events.on('pool:create', ({ workerPool }) => (poolId = workerPool.id))
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(jobs, { ...deps, signal }),
    parsedCronItems: parseCronItems(schedule.map(cronItemOf)),
    concurrency: concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    events,
    logger: loggerOf(deps.log),
    preset: { worker: TELL_FAILURES },
  })
  const presence = await listen(databaseUrl, PRESENCE, { applicationName: poolId, onMessage: () => {}, onError: lost })
  return { runner, poolId, presence }
}

/**
 * Without these delays the queue marks a job as done or failed in a promise that nobody waits for: where the database has just gone,
 * that ends the whole program. With them it stops the queue instead, which is begun again.
 */
const TELL_FAILURES = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

/** The queue gives up when it cannot write what became of a job; what it held is given back by `releaseAbandoned` and done again. */
async function keepWorking(at: { crew: Crew }, begin: () => Promise<Crew>, signal: AbortSignal, log: JobLog): Promise<void> {
  while (!signal.aborted) {
    await at.crew.runner.promise.catch((error: unknown) =>
      log.warn({ problem: String(error) }, 'the queue stopped with an error'),
    )
    if (signal.aborted) return
    await at.crew.presence.close()
    const crew = await beginAgain(begin, signal, log)
    if (!crew) return
    at.crew = crew
    if (signal.aborted) await crew.runner.stop()
  }
}

async function beginAgain(begin: () => Promise<Crew>, signal: AbortSignal, log: JobLog): Promise<Crew | null> {
  while (!signal.aborted) {
    try {
      return await begin()
    } catch (error) {
      log.warn({ problem: String(error) }, 'the queue could not begin again yet')
      await pause(AGAIN_MS, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  return null
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
