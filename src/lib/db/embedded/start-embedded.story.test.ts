import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { runSql, withClient, withLogin } from './logins.ts'
import { findPostmaster } from './process.ts'
import { startEmbedded, type Embedded } from './start-embedded.ts'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const folders: string[] = []
const servers: Embedded[] = []
const programs: ChildProcess[] = []
/** A data folder as a stopped server leaves it; copying it is much quicker than initdb. */
let prepared = ''

beforeAll(async () => {
  prepared = newFolder()
  folders.pop()
  await (await start(prepared)).stop()
  servers.pop()
})
afterAll(() => rmSync(prepared, { recursive: true, force: true }))

afterEach(async () => {
  await Promise.all(servers.splice(0).map((it) => it.stop()))
  await Promise.all(programs.splice(0).map(endProgram))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('refuses to start', () => {
  test('on data of another PostgreSQL version, and touches nothing', async () => {
    const folder = usedFolder()
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '15\n')
    await expect(start(folder)).rejects.toMatchObject({ code: 'wrong-version' })
    expect(readFileSync(join(folder, 'cluster', 'PG_VERSION'), 'utf8')).toBe('15\n')
  })

  test('where the passwords of existing data are gone', async () => {
    const folder = usedFolder()
    rmSync(join(folder, 'passwords.json'))
    await expect(start(folder)).rejects.toMatchObject({ code: 'password-lost' })
  })

  test('a server that dies at every start is given up and reported', async () => {
    const folder = usedFolder()
    const server = await start(folder)
    const lost = new Promise<Error>((resolve) => server.onLost(resolve))
    writeFileSync(join(folder, 'cluster', 'postgresql.conf'), 'max_connections = none\n')
    process.kill(postmasterOf(folder), 'SIGKILL')
    expect(await lost).toMatchObject({ code: 'keeps-dying' })
  })
})

describe('comes back', () => {
  test('by itself when its process is killed, with every acknowledged row', async () => {
    const folder = usedFolder()
    const { superUrl } = await start(folder, 'durable')
    await runSql(superUrl, 'create table kept (line text)', `insert into kept values ('民意')`)
    const killed = postmasterOf(folder)
    process.kill(killed, 'SIGKILL')
    expect(await untilAnswered(superUrl, 'select line from kept')).toEqual([{ line: '民意' }])
    expect(postmasterOf(folder)).not.toBe(killed)
  })

  test('after its program was killed: the server left behind is taken over', async () => {
    const folder = usedFolder()
    const program = await startProgram(folder)
    await runSql(program.superUrl, 'create table kept (line text)', `insert into kept values ('代表')`)
    const orphan = postmasterOf(folder)
    await killProgram(program.process)
    expect(postmasterOf(folder)).toBe(orphan)

    const server = await start(folder)
    expect(server.isOwner).toBe(true)
    expect(await untilAnswered(server.superUrl, 'select line from kept')).toEqual([{ line: '代表' }])
    await server.stop()
    expect(findPostmaster(join(folder, 'cluster'))).toBeNull()
  })

  test('after program and server were killed', async () => {
    const folder = usedFolder()
    const program = await startProgram(folder)
    process.kill(program.process.pid ?? 0, 'SIGSTOP')
    process.kill(postmasterOf(folder), 'SIGKILL')
    await killProgram(program.process)
    const server = await start(folder)
    expect(await untilAnswered(server.appUrl, 'select current_user as login')).toEqual([{ login: 'minyi_app' }])
  })

  test('where the number in its pid file now belongs to another program', async () => {
    const folder = usedFolder()
    const { uid, gid } = statSync(join(folder, 'cluster'))
    const foreign = spawn('sleep', ['300'], isRoot ? { uid, gid } : {})
    programs.push(foreign)
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), `${foreign.pid}\n${join(folder, 'cluster')}\n`)
    const server = await start(folder)
    expect(await untilAnswered(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('after a first start that was interrupted', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'cluster.draft'), { recursive: true })
    writeFileSync(join(folder, 'cluster.draft', 'half'), '')
    writeFileSync(join(folder, 'passwords.json'), '{}')
    expect((await start(folder)).isOwner).toBe(true)
  })
})

describe('runs', () => {
  test('in UTF-8 with a locale that knows Chinese, as two logins without power, closed to everybody without the password', async () => {
    const folder = newFolder()
    const { superUrl, appUrl } = await start(folder)
    const [row] = await query(
      superUrl,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'minyi'`,
    )
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
    const logins = await query(
      superUrl,
      `select rolname, rolsuper or rolbypassrls or rolcreaterole as power from pg_roles where rolname like 'minyi%' order by 1`,
    )
    expect(logins).toEqual([
      { rolname: 'minyi_app', power: false },
      { rolname: 'minyi_migrator', power: false },
    ])
    expect(statSync(join(folder, 'passwords.json')).mode & 0o777).toBe(0o600)
    await expect(query(withLogin(appUrl, 'minyi_app', 'guess'), 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('twice, side by side, from two folders', async () => {
    const [one, two] = await Promise.all([start(usedFolder()), start(usedFolder())])
    await runSql(one.superUrl, 'create table only_here ()')
    const seen = await query(two.superUrl, `select to_regclass('only_here') is null as absent`)
    expect(seen).toEqual([{ absent: true }])
  })

  test('once for two programs on one folder: the second is a guest and leaves it running', async () => {
    const folder = usedFolder()
    const program = await startProgram(folder)
    const guest = await start(folder)
    expect(guest.isOwner).toBe(false)
    await guest.stop()
    expect(await query(program.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('on the loopback interface where the path is too long for a socket', async () => {
    const { appUrl } = await start(join(newFolder(), 'd'.repeat(100)))
    expect(new URL(appUrl).hostname).toBe('127.0.0.1')
    expect(await query(appUrl, 'select host(inet_server_addr()) as host')).toEqual([{ host: '127.0.0.1' }])
  })

  test.runIf(isRoot && isOpenToNobody(resolve('node_modules')))('for an ordinary user, as that user', async () => {
    const folder = newFolder()
    chownSync(folder, NOBODY, NOBODY)
    const program = await startProgram(folder, { uid: NOBODY, gid: NOBODY })
    expect(statSync(join(folder, 'passwords.json')).uid).toBe(NOBODY)
    await endProgram(program.process)
    expect(findPostmaster(join(folder, 'cluster'))).toBeNull()
  })
})

test('runs never as root; stop leaves no process, and may be called twice', async () => {
  const folder = usedFolder()
  const server = await start(folder)
  const pid = postmasterOf(folder)
  const { uid } = statSync(join(folder, 'cluster'))
  expect(uid).not.toBe(0)
  if (process.platform === 'linux') expect(statSync(`/proc/${pid}`).uid).toBe(uid)
  await Promise.all([server.stop(), server.stop()])
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'minyi-embedded-')))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** A folder with data in it, owned as the original is. */
function usedFolder(): string {
  const folder = newFolder()
  execFileSync('cp', ['-a', `${prepared}/.`, folder])
  return folder
}

/** Mode `test` is quicker; what must survive a kill needs `durable`. */
async function start(dataDir: string, mode: 'durable' | 'test' = 'test'): Promise<Embedded> {
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const server = await startEmbedded({ dataDir, mode, log: silent })
  servers.push(server)
  return server
}

type Program = Pick<Embedded, 'superUrl' | 'appUrl'> & { process: ChildProcess }

/** A second program that looks after a server, so that a test can kill it. */
async function startProgram(folder: string, user: { uid?: number; gid?: number } = {}): Promise<Program> {
  const script = resolve('tests/support/embedded-owner.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { ...user, stdio: ['ignore', 'pipe', 'inherit'] })
  programs.push(child)
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { ...(JSON.parse(line.toString()) as Omit<Program, 'process'>), process: child }
}

async function killProgram(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function postmasterOf(folder: string): number {
  const pid = findPostmaster(join(folder, 'cluster'))
  if (pid === null) throw new Error(`No server runs in ${folder}`)
  return pid
}

function query(url: string, text: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(text)).rows)
}

/** Asks until the server answers; the limit of the test itself is the limit. */
function untilAnswered(url: string, text: string): Promise<unknown[]> {
  return expect
    .poll(() => query(url, text).catch(() => null), { timeout: 10_000 })
    .not.toBeNull()
    .then(() => query(url, text))
}

function isOpenToNobody(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || isOpenToNobody(dirname(folder)))
}
