import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

import { launch, type Server } from './launch.ts'
import { sendSignal, stopPostmaster } from './process.ts'
import { keepsDying } from './trouble.ts'

export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface Supervision {
  /** Stops the server and the watch over it; a second call waits for the first. */
  stop(): Promise<void>
  /** Settles with the reason once the server is given up: more than 5 deaths in 10 minutes. */
  lost: Promise<Error>
}

const DEATHS_ALLOWED = 5
const DEATHS_WINDOW_MS = 10 * 60_000
const FIRST_PAUSE_MS = 100

interface Watch {
  server: Server
  log: Log
  child: ChildProcess | null
  deaths: number[]
  isStopping: boolean
  revival: Promise<void>
  giveUp(reason: Error): void
}

/** Starts the server, waits until it answers, and from then on starts it again whenever it dies. */
export async function supervise(server: Server, log: Log): Promise<Supervision> {
  let giveUp: (reason: Error) => void = () => {}
  const lost = new Promise<Error>((resolve) => (giveUp = resolve))
  const watch: Watch = { server, log, child: null, deaths: [], isStopping: false, revival: Promise.resolve(), giveUp }
  // The last resort where the program ends without stop(): nobody expects a server to stay behind.
  const onExit = () => signalChild(watch.child, 'SIGINT')
  process.on('exit', onExit)
  let stopped: Promise<void> | null = null
  const supervision = { lost, stop: () => (stopped ??= stop(watch).finally(() => process.off('exit', onExit))) }
  try {
    await start(watch)
    return supervision
  } catch (error) {
    await supervision.stop()
    throw error
  }
}

async function start(watch: Watch): Promise<void> {
  await launch(watch.server, (child) => (watch.child = child))
  watch.child?.once('exit', (code, signal) => {
    watch.revival = revive(watch, String(signal ?? code))
  })
}

async function revive(watch: Watch, reason: string): Promise<void> {
  const { log } = watch
  for (let how = reason; !watch.isStopping;) {
    const wait = countDeath(watch.deaths)
    if (wait === null) return watch.giveUp(keepsDying(watch.server.place.logFile))
    log.warn(`内置数据库意外退出（${how}），正在重启。 The embedded database exited (${how}) and is started again.`)
    await pause(wait)
    try {
      if (!watch.isStopping) await start(watch)
      return log.info('内置数据库已恢复。 The embedded database is back.')
    } catch (error) {
      how = error instanceof Error ? error.message : String(error)
    }
  }
}

/** How long to wait before the next start, in ms, doubling with every death in the window; null: no more. */
function countDeath(deaths: number[]): number | null {
  const now = performance.now()
  deaths.push(now)
  while ((deaths[0] ?? now) < now - DEATHS_WINDOW_MS) deaths.shift()
  return deaths.length > DEATHS_ALLOWED ? null : FIRST_PAUSE_MS * 2 ** (deaths.length - 1)
}

async function stop(watch: Watch): Promise<void> {
  watch.isStopping = true
  await stopChild(watch)
  await watch.revival
  // A revival that was under way may have brought up one more.
  await stopChild(watch)
}

async function stopChild({ child, server }: Watch): Promise<void> {
  if (child?.pid && isAlive(child)) await stopPostmaster(child.pid, server.place.cluster)
}

function signalChild(child: ChildProcess | null, signal: NodeJS.Signals): void {
  if (child?.pid && isAlive(child)) sendSignal(child.pid, signal)
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
