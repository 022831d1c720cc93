import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

import { runSql, withDatabase, withLogin } from '#lib/db/embedded/logins.ts'

/** A database of one test file: migrated, empty, nobody else's. */
export interface TestDatabase {
  /** Login `minyi_app`, as the program runs. */
  url: string
  /** Login `minyi_migrator`, which owns the schema and is not bound by row-level security. */
  migratorUrl: string
  /** A superuser's, for faults such as ending a connection. */
  superUrl: string
  drop(): Promise<void>
}

/** Copies the template (about 0.05 s). Only in files named `*.story.test.ts`, whose project starts the server. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { superUrl, template, migratorPassword, appPassword } = inject('testServer')
  const name = `${template}_${randomUUID().slice(0, 8)}`
  await runSql(superUrl, `create database "${name}" template ${template} strategy file_copy owner minyi_migrator`)
  const url = withDatabase(superUrl, name)
  return {
    url: withLogin(url, 'minyi_app', appPassword),
    migratorUrl: withLogin(url, 'minyi_migrator', migratorPassword),
    superUrl: url,
    drop: () => runSql(superUrl, `drop database if exists "${name}" with (force)`),
  }
}
