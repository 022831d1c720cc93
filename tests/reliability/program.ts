import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { call } from './client.ts'

/** A running copy of the built program; a process of its own, so that it can be killed like one. */
export interface Program {
  readonly port: number
  readonly dataDir: string
  readonly pid: number
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): void
}

const programs = new Set<Program>()
const folders: string[] = []
let bundle = ''
/** Of the file that runs now; files of one worker share this module. */
let isOver = false

/** Builds the program once for a test file, and afterwards ends what the file started and left running. */
export function useProgram(): void {
  beforeAll(() => {
    isOver = false
    bundle = resolve(`node_modules/.cache/minyi-reliability-${process.pid}`)
    folders.push(bundle)
    buildTo(bundle)
  })
  afterAll(async () => {
    isOver = true
    const running = [...programs]
    for (const it of running) it.kill('SIGTERM')
    await Promise.all(running.map((it) => it.ended))
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
}

/** In a process of its own: within a test, Vite would build for development. */
function buildTo(folder: string): void {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--ssr', 'src/main.ts', '--outDir', folder, '--logLevel', 'error']
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

/** A data directory of its own, removed at the end of the file. */
export function newDataDir(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'minyi-reliability-')))
  // PostgreSQL runs as a user of its own where we are root.
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Starts a copy; it inherits nothing of the test's environment but what a process needs. */
export function startProgram(port: number, dataDir: string, settings: Record<string, string> = {}): Program {
  mkdirSync(dataDir, { recursive: true })
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production',
    PORT: String(port),
    MINYI_DATA_DIR: dataDir,
    MINYI_DEMO: '0',
    MINYI_LOG_LEVEL: 'error',
    // Every request of a test names an address of its own, or the limit for each address would be what is tested.
    MINYI_TRUST_PROXY: '127.0.0.1',
    ...settings,
  }
  const child = spawn(process.execPath, [join(bundle, 'main.js'), 'start'], {
    env,
    detached: true,
    stdio: process.env['RELIABILITY_TALK'] ? 'inherit' : 'ignore',
  })
  const program = {
    port,
    dataDir,
    pid: child.pid!,
    ended: endOf(child),
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
  }
  programs.add(program)
  void program.ended.then(() => programs.delete(program))
  return program
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return code ?? signal ?? 0
}

/** Keeps a program running as systemd would: whenever it ends without having been asked to, it is started again. */
export interface Kept {
  current(): Program
  /** Ends it for good; the exit status. */
  stop(): Promise<number | NodeJS.Signals>
}

export function keepRunning(port: number, dataDir: string, settings: Record<string, string> = {}): Kept {
  const state = { program: startProgram(port, dataDir, settings), isStopping: false }
  const watch = (): void =>
    void state.program.ended.then(() => {
      if (state.isStopping || isOver) return
      state.program = startProgram(port, dataDir, settings)
      watch()
    })
  watch()
  return {
    current: () => state.program,
    stop: () => {
      state.isStopping = true
      state.program.kill('SIGTERM')
      return state.program.ended
    },
  }
}

/** Whether `/readyz` says that a copy can serve. */
export async function isReady(port: number): Promise<boolean> {
  return call(port, 'GET', '/readyz', { host: 'localhost' }).then(
    ({ status }) => status === 200,
    () => false,
  )
}

/** Waits until a copy can serve. */
export async function untilReady(port: number, limitMs: number): Promise<void> {
  await vi.waitUntil(() => isReady(port), { timeout: limitMs, interval: 50 })
}

const FIRST_PORT = 4200
const PORTS = 100

/** Ports of 4200 to 4299 that nobody listens on; test files that run at once begin at different places. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = []
  for (let n = 0; n < PORTS && found.length < count; n += 1) {
    const port = FIRST_PORT + ((process.pid * 7 + n) % PORTS)
    if (await isFree(port)) found.push(port)
  }
  return found
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}
