import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SERVER = 'dist/server/main.js'
const ADDRESS = /http:\/\/[^\s/]+:(\d+)\/workbench\//

/** The browsers of the tests stand behind a proxy of their own and say where they come from. */
const settings = { PORT: '0', MINYI_DEMO: '1', MINYI_LOG_LEVEL: 'warn', MINYI_TRUST_PROXY: '127.0.0.1' }

/** Starts the built program as a person would, on a new folder: its own database with the named world. Answers the way to stop it. */
export default async function startProgram(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minyi-journeys-'))
  const program = spawn(process.execPath, [SERVER, 'start'], {
    env: { ...plainEnvironment(), ...settings, MINYI_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.env['JOURNEY_URL'] = `http://127.0.0.1:${await portOf(program)}`
  return async () => {
    await ended(program)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Without our own names: the program refuses settings that it does not know, such as the browser's path for these tests. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MINYI_') && name !== 'DATABASE_URL'))
}

/** The port that the program says it listens on; an error with its last words where it ends before. */
function portOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const port = ADDRESS.exec(said)?.[1]
      if (port) resolve(port)
    }
    program.stdout?.on('data', hear)
    program.stderr?.on('data', hear)
    program.once('exit', () => reject(new Error(`The program did not start:\n${said.slice(-2000)}`)))
  })
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const exit = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGTERM')
  await exit
}
