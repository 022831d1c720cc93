import { say } from './say.ts'
import { withDatabase } from './with-database.ts'

/** Loads the demo world into an empty database. */
export async function worldCommand(): Promise<number> {
  return withDatabase(async ({ database }, _config, { migratorUrl }) => {
    const { isEmpty, loadWorld } = await import('../../../db/world/world.ts')
    if (!(await isEmpty(database))) {
      say.error('数据库里已有数据，没有装入演示数据。请换一个空数据库（MINYI_DATA_DIR 或 DATABASE_URL）。')
      return 1
    }
    await loadWorld({ migratorUrl, appDatabase: database, say })
    return 0
  })
}
