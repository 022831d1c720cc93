import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { oidcProvider, type OidcProvider } from '#kernel/identity/api.ts'
import { openLiveHub, openMailer, type LiveHub } from '#kernel/notifications/api.ts'
import { fieldCipher } from '#lib/crypto/field-cipher.ts'
import { loadMasterKey } from '#lib/crypto/keyring.ts'
import { connect, refusePrivilegedLogin, type Connection } from '#lib/db/connect.ts'
import { migrate } from '#lib/db/migrate.ts'
import { PageCache } from '#lib/http/page-cache.ts'
import type { Config } from './config.ts'
import { openDatabase, type DatabasePlace, type Say } from './database.ts'
import { health } from './http/health.ts'
import { buildServer } from './http/server.ts'
import type { Parts } from './slices.ts'
import { startWork } from './worker.ts'

/** A running copy of the program. */
export interface Running {
  readonly address: string
  readonly connection: Connection
  stop(): Promise<void>
}

/** While a balancer learns from `/readyz` that this copy is going, it still serves what arrives. */
const DRAIN_MS = 1000

/** Database, migrations, web and worker, in that order; what was started is stopped again when a later part fails. */
export async function start(config: Config, say: Say): Promise<Running> {
  const place = await openDatabase(config, say)
  try {
    await migrate(place.migratorUrl)
    return await serve(config, place, say)
  } catch (error) {
    await place.stop()
    throw error
  }
}

async function serve(config: Config, place: DatabasePlace, say: Say): Promise<Running> {
  const connection = connect(place.appUrl, { max: config.MINYI_POOL_SIZE, onError: (error) => say.warn(error.message) })
  await refusePrivilegedLogin(connection.pool)
  const state = { isLeaving: false }
  const parts = await partsOf(config)
  const hub = await openLiveHub(place.appUrl, (error) => say.warn(error.message))
  const app = await listen(config, connection, parts, hub, state)
  const work = config.MINYI_ROLES.includes('worker') ? await workOf(config, place.appUrl, connection, parts, app) : null
  return {
    address: addressOf(app, config),
    connection,
    stop: async () => {
      state.isLeaving = true
      if (!place.isEmbedded) await pause(DRAIN_MS)
      await Promise.all([app.close(), work?.stop()])
      await hub.close()
      await connection.close()
      await place.stop()
    },
  }
}

async function partsOf(config: Config): Promise<Parts> {
  return {
    fields: fieldCipher(await loadMasterKey(config)),
    outbound: { allowedHosts: config.MINYI_WEBHOOK_HOSTS },
    canMail: config.MINYI_SMTP_URL !== undefined,
    signIn: { oidc: identityProviderOf(config), isDemo: config.MINYI_DEMO ?? false },
  }
}

function identityProviderOf(config: Config): OidcProvider | null {
  const { MINYI_OIDC_ISSUER: issuer, MINYI_OIDC_CLIENT_ID: clientId, MINYI_OIDC_CLIENT_SECRET: clientSecret } = config
  return issuer && clientId ? oidcProvider({ issuer, clientId, clientSecret }) : null
}

async function listen(
  config: Config,
  { database }: Connection,
  parts: Parts,
  hub: LiveHub,
  state: { isLeaving: boolean },
): Promise<FastifyInstance> {
  const app = await buildServer({
    database,
    parts,
    hub,
    pages: freshPages(hub),
    logger: { level: config.MINYI_LOG_LEVEL },
    defaultCongress: config.MINYI_DEFAULT_CONGRESS,
    trustProxy: config.MINYI_TRUST_PROXY,
  })
  health(app, database, state)
  await app.listen({ port: config.PORT, host: config.HOST })
  return app
}

/** Public pages of a congress are drawn anew after anything happened there; what concerns one person alone changes none. */
function freshPages(hub: LiveHub): PageCache {
  const pages = new PageCache()
  hub.subscribe((signal) => {
    if (signal === 'gap') pages.clear()
    else if (signal.accountId === null) pages.drop(signal.congressId)
  })
  return pages
}

function workOf(config: Config, databaseUrl: string, { database }: Connection, parts: Parts, app: FastifyInstance) {
  const site = config.MINYI_PUBLIC_URL ?? addressOf(app, config)
  const from = config.MINYI_MAIL_FROM ?? `minyi@${new URL(site).hostname}`
  return startWork({
    databaseUrl,
    parts,
    site,
    anchors: join(config.MINYI_DATA_DIR, 'anchors'),
    mailer: config.MINYI_SMTP_URL ? openMailer(config.MINYI_SMTP_URL, from) : null,
    deps: { database, clock: () => new Date(), log: app.log },
  })
}

function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  return `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`
}
