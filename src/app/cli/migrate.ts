import { say } from './say.ts'
import { withDatabase } from './with-database.ts'

export async function migrateCommand(): Promise<number> {
  await withDatabase(async () => say.info('数据库已是最新 The database is up to date'))
  return 0
}
