import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { runSql, type Address } from './logins.ts'
import type { Place } from './place.ts'
import { findPostmaster, stopPostmaster } from './process.ts'
import { Trouble, troubleFromError, troubleFromOutput } from './trouble.ts'

export interface Server {
  place: Place
  address: Address
  /** Where `select 1` shows that the server is ready. */
  checkUrl: string
  isDurable: boolean
}

/** Recovery after a crash replays the log; a large one takes minutes. */
const READY_LIMIT_MS = 10 * 60_000
/** How long the last queries of a killed server may keep its shared memory. */
const LINGER_LIMIT_MS = 60_000
const LOG_FILE_LIMIT_BYTES = 10_000_000

/**
 * Starts the server and waits until it answers. A server that an earlier, dead program left behind is stopped first (cleanly),
 * so that the new one is our child and its death is noticed. `onSpawn` learns of every process that is tried.
 */
export async function launch(server: Server, onSpawn: (child: ChildProcess) => void): Promise<void> {
  const deadline = performance.now() + LINGER_LIMIT_MS
  for (;;) {
    await clearTheWay(server.place)
    const logStart = rotateLog(server.place.logFile)
    const child = spawnServer(server)
    onSpawn(child)
    const output = await waitUntilReady(server, child, logStart)
    if (output === null) return
    const lingers = /shared memory block .* still in use|lock file .* already exists/.test(output)
    if (!lingers || performance.now() > deadline) throw troubleFromOutput(output, server.place.logFile)
    await pause(200)
  }
}

async function clearTheWay({ cluster, socketDir }: Place): Promise<void> {
  const orphan = findPostmaster(cluster)
  if (orphan !== null) await stopPostmaster(orphan, cluster)
  if (socketDir) for (const suffix of ['', '.lock']) rmSync(join(socketDir, `.s.PGSQL.5432${suffix}`), { force: true })
}

function spawnServer({ place, address, isDurable }: Server): ChildProcess {
  const log = openSync(place.logFile, 'a', 0o640)
  try {
    // A process group of its own: Ctrl-C in a terminal reaches the program first, which then stops the database last.
    return spawn(join(place.binDir, 'postgres'), ['-D', place.cluster, ...settings(place, address, isDurable)], {
      ...place.user,
      cwd: '/',
      env: {},
      detached: true,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

function settings({ socketDir }: Place, { port }: Address, isDurable: boolean): string[] {
  const reach = socketDir
    ? { listen_addresses: '', unix_socket_directories: socketDir, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const test = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '4GB' }
  const all = { ...reach, port: String(port), timezone: 'UTC', log_checkpoints: 'off', ...(isDurable ? {} : test) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Null when the server answers; what it wrote when it exited instead. */
async function waitUntilReady(server: Server, child: ChildProcess, logStart: number): Promise<string | null> {
  const deadline = performance.now() + READY_LIMIT_MS
  let spawnError: unknown
  child.once('error', (error) => (spawnError = error))
  while (performance.now() < deadline) {
    await pause(25)
    if (spawnError !== undefined) throw troubleFromError(spawnError, server.place.binDir)
    if (child.exitCode !== null || child.signalCode !== null) return readLogFrom(server.place.logFile, logStart)
    if (await answers(server.checkUrl)) return null
  }
  throw new Trouble(
    'start-failed',
    `内置数据库十分钟内没有就绪，详情见 ${server.place.logFile}`,
    `The embedded database was not ready within ten minutes. See ${server.place.logFile}`,
  )
}

/** Readiness is an answer, never a line of a log. */
export async function answers(url: string): Promise<boolean> {
  try {
    await runSql(url, 'select 1')
    return true
  } catch {
    return false
  }
}

/** Keeps one older log; returns where the lines of this start begin. */
function rotateLog(logFile: string): number {
  const size = existsSync(logFile) ? statSync(logFile).size : 0
  if (size < LOG_FILE_LIMIT_BYTES) return size
  renameSync(logFile, `${logFile}.1`)
  return 0
}

function readLogFrom(logFile: string, start: number): string {
  return readFileSync(logFile).subarray(start).toString('utf8')
}
