import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { stillRunning } from './trouble.ts'

/** How long a server may take over a shutdown (checkpoint included) before it is stopped without one. */
const SHUTDOWN_MS = 30_000

/**
 * A token that stays the same for the life of one process and differs once its number is used again.
 * Null where no such process runs; a zombie, which still answers signal 0, does not run.
 */
export function identityOf(pid: number): string | null {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid)
}

/** The process that serves this cluster folder, or null. A pid file that names a foreign or dead process is removed. */
export function findPostmaster(cluster: string): number | null {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = readPidFile(pidFile)
  if (pid === undefined) return null
  if (pid !== null && identityOf(pid) !== null && commandOf(pid).includes(cluster)) return pid
  rmSync(pidFile, { force: true })
  return null
}

/** Stops a postmaster: SIGINT (clean), after 30 s SIGQUIT, after 5 s more SIGKILL. Throws Trouble where even that fails. */
export async function stopPostmaster(pid: number, folder: string): Promise<void> {
  const identity = identityOf(pid)
  if (identity === null) return
  for (const [signal, limit] of [
    ['SIGINT', SHUTDOWN_MS],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    sendSignal(pid, signal)
    if (await isGoneWithin(pid, identity, limit)) return
  }
  throw stillRunning(pid, folder)
}

/** Sends a signal; a process that has gone already is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

async function isGoneWithin(pid: number, identity: string, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (identityOf(pid) === identity) {
    if (performance.now() > deadline) return false
    await pause(20)
  }
  return true
}

/** Undefined: no such file. Null: a file without a number in it. */
function readPidFile(path: string): number | null | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function identityFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name in brackets may hold anything; fields 3 (state) and 22 (start, in ticks since boot) follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${pid}@${fields[19]}`
  } catch {
    return null
  }
}

function identityFromPs(pid: number): string | null {
  const line = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
  if (!line || line.startsWith('Z')) return null
  return `${pid}@${line.replace(/^\S+\s+/, '')}`
}

/** The command line, which every user may read (unlike the working directory of another user's process). */
function commandOf(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split(' ')
  } catch {
    return []
  }
}
