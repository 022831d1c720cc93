import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { connect, refusePrivilegedLogin, type Connection } from '#lib/db/connect.ts'
import { migrate } from '#lib/db/migrate.ts'
import type { Config } from './config.ts'
import { openDatabase, type DatabasePlace, type Say } from './database.ts'
import { health } from './http/health.ts'
import { buildServer } from './http/server.ts'

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
  const app = await listen(config, connection, state)
  return {
    address: addressOf(app, config),
    connection,
    stop: async () => {
      state.isLeaving = true
      if (!place.isEmbedded) await pause(DRAIN_MS)
      await app.close()
      await connection.close()
      await place.stop()
    },
  }
}

async function listen(config: Config, { database }: Connection, state: { isLeaving: boolean }): Promise<FastifyInstance> {
  const app = await buildServer({
    database,
    logger: { level: config.MINYI_LOG_LEVEL },
    defaultCongress: config.MINYI_DEFAULT_CONGRESS,
    trustProxy: config.MINYI_TRUST_PROXY,
  })
  health(app, database, state)
  await app.listen({ port: config.PORT, host: config.HOST })
  return app
}

function addressOf(app: FastifyInstance, config: Config): string {
  const { port } = app.server.address() as AddressInfo
  return `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`
}
