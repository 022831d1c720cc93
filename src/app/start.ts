import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import pino, { type Logger } from 'pino'
import { openLiveHub, openMailer } from '#kernel/notifications/api.ts'
import { connect, refusePrivilegedLogin, type Connection } from '#lib/db/connect.ts'
import { migrate } from '#lib/db/migrate.ts'
import { PageCache } from '#lib/http/page-cache.ts'
import { backup } from './backup/backup.ts'
import { anchorsOf, backupOptionsOf } from './backup/settings.ts'
import type { Config } from './config.ts'
import { openDatabase, type DatabasePlace, type Say } from './database.ts'
import { demoAccounts, prepareDemo, type Demo } from './demo.ts'
import { health } from './http/health.ts'
import { loggerOptions } from './http/log.ts'
import { buildServer } from './http/server.ts'
import { partsOf, siteOf } from './parts.ts'
import type { Parts } from './slices.ts'
import { startWork } from './worker.ts'

/** A running copy of the program. */
export interface Running {
  /** Null where this copy serves no pages. */
  readonly address: string | null
  /** Who one can be in a demonstration; empty anywhere else. */
  readonly demoAccounts: Awaited<ReturnType<typeof demoAccounts>>
  /** Ends everything it started, in the opposite order, within five seconds. */
  stop(): Promise<void>
  /** Tells when the embedded database was given up; the program should end then. */
  onLost(listener: (reason: Error) => void): void
}

/** While a balancer learns from `/readyz` that this copy is going, it still serves what arrives. */
const DRAIN_MS = 1000

type Stop = () => Promise<unknown> | void

/** Database, migrations, web and worker, in that order; what was started is stopped again when a later part fails. */
export async function start(config: Config, say: Say): Promise<Running> {
  const stops: Stop[] = []
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one()
  }
  try {
    const place = await openDatabase(config, say)
    stops.push(place.stop)
    return { ...(await startOn(config, place, say, stops)), stop, onLost: place.onLost }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startOn(
  config: Config,
  place: DatabasePlace,
  say: Say,
  stops: Stop[],
): Promise<Pick<Running, 'address' | 'demoAccounts'>> {
  await migrate(place.migratorUrl)
  const connection = connect(place.appUrl, { max: config.MINYI_POOL_SIZE, onError: (error) => say.warn(error.message) })
  stops.push(connection.close)
  await refusePrivilegedLogin(connection.pool)
  const demo = await prepareDemo(config, place, connection, say)
  const parts = await partsOf(config, demo.isDemo)
  const log = pino(loggerOptions(config.MINYI_LOG_LEVEL))
  const house = { config, place, connection, demo, parts, log, stops }
  const address = config.MINYI_ROLES.includes('web') ? await startWeb(house) : null
  if (config.MINYI_ROLES.includes('worker')) await startWorker(house)
  return { address, demoAccounts: demo.isDemo ? await demoAccounts(connection) : [] }
}

interface House {
  readonly config: Config
  readonly place: DatabasePlace
  readonly connection: Connection
  readonly demo: Demo
  readonly parts: Parts
  readonly log: Logger
  readonly stops: Stop[]
}

async function startWeb({ config, place, connection, demo, parts, log, stops }: House): Promise<string> {
  const hub = await openLiveHub(place.appUrl, (error) =>
    log.warn({ problem: error.message }, 'live updates lost their connection'),
  )
  stops.push(hub.close)
  const pages = new PageCache()
  hub.subscribe((signal) => {
    if (signal === 'gap') pages.clear()
    // What concerns one person alone changes no public page.
    else if (signal.accountId === null) pages.drop(signal.congressId)
  })
  const app = await buildServer({
    database: connection.database,
    parts,
    hub,
    pages,
    clock: demo.clock,
    logger: log,
    defaultCongress: config.MINYI_DEFAULT_CONGRESS ?? (demo.isDemo ? 'city' : undefined),
    trustProxy: config.MINYI_TRUST_PROXY,
  })
  const state = { isLeaving: false }
  health(app, connection.database, state)
  await listen(app, config)
  stops.push(() => leave(app, state, place.isEmbedded))
  return addressOf(app, config)
}

const REFUSED: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被别的程序占用。请换一个端口再启动，例如 PORT=3001 npm start',
  EACCES: '需要更高的权限。请用 1024 以上的端口，例如 PORT=3000 npm start',
  EADDRNOTAVAIL: '所在的地址不属于这台机器。请检查 HOST',
}

async function listen(app: FastifyInstance, { PORT: port, HOST: host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const reason = REFUSED[(error as NodeJS.ErrnoException).code ?? '']
    if (!reason) throw error
    throw new Error(`端口 ${port} ${reason}；数据没有改动。 Cannot listen on ${host}:${port}.`, { cause: error })
  }
}

/** Says goodbye to the balancer first; the embedded database serves one copy, so there is none. */
async function leave(app: FastifyInstance, state: { isLeaving: boolean }, isAlone: boolean): Promise<void> {
  state.isLeaving = true
  if (!isAlone) await pause(DRAIN_MS)
  await app.close()
}

async function startWorker({ config, place, connection, demo, parts, log, stops }: House): Promise<void> {
  const { MINYI_SMTP_URL: url, MINYI_MAIL_FROM: from } = config
  const mailer = url ? openMailer(url, from ?? `minyi@${new URL(siteOf(config)).hostname}`) : null
  if (mailer) stops.push(() => mailer.close())
  const work = await startWork({
    databaseUrl: place.appUrl,
    deps: { database: connection.database, clock: demo.clock, log },
    parts,
    mailer,
    site: siteOf(config),
    outside: {
      anchors: anchorsOf(config),
      backup: async () => backup(await backupOptionsOf(config, place.migratorUrl, new Date())),
    },
  })
  stops.push(work.stop)
}

function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  return `http://${config.HOST === '0.0.0.0' || config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`
}
