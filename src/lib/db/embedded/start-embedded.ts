import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { ensureCluster, readPasswords, type Passwords } from './cluster.ts'
import { answers } from './launch.ts'
import { ensureDatabase, ensureLogins, urlOf, type Address } from './logins.ts'
import { becomeOwner, hasOwner, leaveOwnership } from './owner.ts'
import { preparePlace, type Place } from './place.ts'
import { supervise, type Log, type Supervision } from './supervise.ts'
import { Trouble } from './trouble.ts'

export interface EmbeddedOptions {
  /** A folder of its own; made where it is missing. Two folders are two servers that run side by side. */
  dataDir: string
  /** `test` never waits for the disk: fast, and lost with the machine's power. */
  mode: 'durable' | 'test'
  log: Log
  /** The file that creates `minyi_migrator` and `minyi_app`. */
  rolesFile?: string
}

/** A running server with the database `minyi` (UTF-8, builtin C.UTF-8), owned by `minyi_migrator`. */
export interface Embedded {
  superUrl: string
  migratorUrl: string
  appUrl: string
  /** False: another living program looks after this server and we only use it; stop() then leaves it running. */
  isOwner: boolean
  /** Resolves when the server has gone and left no process; takes 0.1 s as a rule, 40 s at the most. */
  stop(): Promise<void>
  /** Calls back once when the server is given up (6th death in 10 minutes); the program should then end. */
  onLost(listener: (reason: Error) => void): void
}

const DATABASE = 'minyi'
const PORT_TRIES = 3

/**
 * Starts the PostgreSQL that comes with the program, or takes over the one that a killed program left behind.
 * Throws Trouble with a plain sentence for a full disk, a closed folder, a taken port, another version of the data.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = preparePlace(options.dataDir)
  for (;;) {
    if (becomeOwner(place.home)) return startAsOwner(place, options)
    const guest = await joinAsGuest(place)
    if (guest) return guest
  }
}

async function startAsOwner(place: Place, options: EmbeddedOptions): Promise<Embedded> {
  let supervision: Supervision | undefined
  try {
    const passwords = ensureCluster(place, options.mode === 'durable')
    const running = await superviseOnFreePort(place, passwords, options)
    supervision = running.supervision
    const urls = urlsOf(running.address, passwords)
    await ensureLogins(running.checkUrl, passwords, options.rolesFile ?? 'db/roles.sql')
    await ensureDatabase(running.checkUrl, DATABASE)
    if (place.home !== place.dataDir) tellWhere(place, options.log)
    return {
      ...urls,
      isOwner: true,
      stop: () => stopAsOwner(place, running.supervision),
      onLost: notifyLoss(running.supervision),
    }
  } catch (error) {
    await supervision?.stop()
    leaveOwnership(place.home)
    throw error
  }
}

function tellWhere({ home, dataDir }: Place, log: Log): void {
  log.info(`${dataDir} 不对其他用户开放，数据库放在 ${home}。 ${dataDir} is closed to other users; the database is in ${home}.`)
}

function notifyLoss(supervision: Supervision): Embedded['onLost'] {
  return (listener) => void supervision.lost.then(listener)
}

async function stopAsOwner(place: Place, supervision: Supervision): Promise<void> {
  await supervision.stop()
  leaveOwnership(place.home)
}

/** A socket in our own folder is always free; a TCP port may be taken between the choice and the start. */
async function superviseOnFreePort(place: Place, passwords: Passwords, { mode, log }: EmbeddedOptions) {
  for (let attempt = 1; ; attempt++) {
    const address = place.socketDir ? { host: place.socketDir, port: 5432 } : { host: '127.0.0.1', port: await findFreePort() }
    const checkUrl = urlOf(address, 'postgres', passwords.postgres, 'postgres')
    try {
      const supervision = await supervise({ place, address, checkUrl, isDurable: mode === 'durable' }, log)
      return { supervision, address, checkUrl }
    } catch (error) {
      if (!(error instanceof Trouble && error.code === 'port-taken' && !place.socketDir && attempt < PORT_TRIES)) throw error
    }
  }
}

/** Waits for the owner's server; null when the owner died meanwhile. */
async function joinAsGuest(place: Place): Promise<Embedded | null> {
  while (hasOwner(place.home)) {
    const address = runningAddress(place)
    if (address) {
      const urls = urlsOf(address, readPasswords(place))
      if (await answers(urls.appUrl)) return { ...urls, isOwner: false, stop: async () => {}, onLost: () => {} }
    }
    await pause(100)
  }
  return null
}

/** Where the running server listens, from the fourth line of its pid file. */
function runningAddress({ cluster, socketDir }: Place): Address | null {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return null
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  return port > 0 ? { host: socketDir ?? '127.0.0.1', port } : null
}

function urlsOf(address: Address, passwords: Passwords): Pick<Embedded, 'superUrl' | 'migratorUrl' | 'appUrl'> {
  const url = (login: keyof Passwords) => urlOf(address, login, passwords[login], DATABASE)
  return { superUrl: url('postgres'), migratorUrl: url('minyi_migrator'), appUrl: url('minyi_app') }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
