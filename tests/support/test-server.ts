import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

import { ensureLogins, runSql, withDatabase, withLogin } from '#lib/db/embedded/logins.ts'
import { findPostmaster, identityOf, stopPostmaster } from '#lib/db/embedded/process.ts'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import { migrate } from '#lib/db/migrate.ts'

/** What a test file needs to clone a database; strings only, since it crosses to the workers. */
export interface TestServer {
  superUrl: string
  template: string
  migratorPassword: string
  appPassword: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const PREFIX = 'minyi-test-'

/**
 * Vitest's global setup of the `story` project: one server and one migrated template for the whole run.
 * `MINYI_TEST_DATABASE_URL` (a superuser's) names a server to use instead of the embedded one, PostgreSQL 15 or later.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['MINYI_TEST_DATABASE_URL']
  const { superUrl, stop } = given ? { superUrl: given, stop: async () => {} } : await startOwnServer()
  const template = `minyi_template_${process.pid}`
  const server = { superUrl, template, ...(await prepareLogins(superUrl)) }
  await buildTemplate(server)
  project.provide('testServer', server)
  return async () => {
    if (given) await dropAll(superUrl, template)
    await stop()
  }
}

async function startOwnServer(): Promise<{ superUrl: string; stop(): Promise<void> }> {
  await sweep()
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`)
  const log = { info: () => {}, warn: report, error: report }
  const { superUrl, stop } = await startEmbedded({ dataDir, mode: 'test', log })
  return {
    superUrl,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function report(message: string): void {
  process.stderr.write(`${message}\n`)
}

/** A run that was killed leaves its server and folder behind; the next run clears them. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((it) => it.startsWith(PREFIX))) {
    if (identityOf(Number(name.slice(PREFIX.length))) !== null) continue
    const folder = join(tmpdir(), name)
    const orphan = findPostmaster(join(folder, 'cluster'))
    if (orphan !== null) await stopPostmaster(orphan, folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Roles belong to the whole server, so two runs on one given server must agree on their passwords. */
async function prepareLogins(superUrl: string): Promise<Pick<TestServer, 'migratorPassword' | 'appPassword'>> {
  const derive = (login: string) => createHash('sha256').update(`${login} ${superUrl}`).digest('hex')
  const passwords = { minyi_migrator: derive('minyi_migrator'), minyi_app: derive('minyi_app') }
  await ensureLogins(superUrl, passwords, 'db/roles.sql')
  return { migratorPassword: passwords.minyi_migrator, appPassword: passwords.minyi_app }
}

async function buildTemplate({ superUrl, template, migratorPassword }: TestServer): Promise<void> {
  const utf8 = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`
  await runSql(superUrl, `create database ${template} owner minyi_migrator ${utf8}`)
  await migrate(withLogin(withDatabase(superUrl, template), 'minyi_migrator', migratorPassword))
}

async function dropAll(superUrl: string, template: string): Promise<void> {
  await runSql(superUrl, `drop database if exists ${template} with (force)`)
}
