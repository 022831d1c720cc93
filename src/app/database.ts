import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import type { Config } from './config.ts'

/** Where the program finds its data: the logins of program and migrator, and how to let go of the server. */
export interface DatabasePlace {
  readonly appUrl: string
  readonly migratorUrl: string
  readonly isEmbedded: boolean
  stop(): Promise<void>
  onLost(listener: (reason: Error) => void): void
}

export interface Say {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** Uses `DATABASE_URL` where it is set, else starts the PostgreSQL that comes with the program in the data directory. */
export async function openDatabase(config: Config, say: Say): Promise<DatabasePlace> {
  if (config.DATABASE_URL) {
    const appUrl = config.DATABASE_URL
    const migratorUrl = config.MINYI_MIGRATOR_URL ?? appUrl
    return { appUrl, migratorUrl, isEmbedded: false, stop: async () => {}, onLost: () => {} }
  }
  await mkdir(config.MINYI_DATA_DIR, { recursive: true })
  const server = await startEmbedded({ dataDir: join(config.MINYI_DATA_DIR, 'postgres'), mode: 'durable', log: say })
  return { ...server, isEmbedded: true }
}
