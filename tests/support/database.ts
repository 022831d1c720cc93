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
  return placeOf(superUrl, name, migratorPassword, appPassword)
}

/** A database without any table, as an administrator hands it over. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { superUrl, template, migratorPassword, appPassword } = inject('testServer')
  const name = `${template}_${randomUUID().slice(0, 8)}`
  const utf8 = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`
  await runSql(superUrl, `create database "${name}" owner minyi_migrator ${utf8}`)
  return placeOf(superUrl, name, migratorPassword, appPassword)
}

function placeOf(superUrl: string, name: string, migratorPassword: string, appPassword: string): TestDatabase {
  const url = withDatabase(superUrl, name)
  return {
    url: withLogin(url, 'minyi_app', appPassword),
    migratorUrl: withLogin(url, 'minyi_migrator', migratorPassword),
    superUrl: url,
    drop: () => runSql(superUrl, `drop database if exists "${name}" with (force)`),
  }
}
