import { connect, type Connection } from '#lib/db/connect.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readConfig, type Config } from '../config.ts'
import { openDatabase, type DatabasePlace } from '../database.ts'
import { say } from './say.ts'

/** Runs `work` on the database of the configuration, brought up to date; starts the embedded server where nobody else has. */
export async function withDatabase<T>(
  work: (connection: Connection, config: Config, place: DatabasePlace) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env)
  const place = await openDatabase(config, say)
  try {
    await migrate(place.migratorUrl)
    const connection = connect(place.appUrl, { max: 4 })
    try {
      return await work(connection, config, place)
    } finally {
      await connection.close()
    }
  } finally {
    await place.stop()
  }
}
