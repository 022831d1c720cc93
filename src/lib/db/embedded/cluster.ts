import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { makePrivateFolder, type Place } from './place.ts'
import { passwordLost, troubleFromError, troubleFromOutput, wrongVersion } from './trouble.ts'

export interface Passwords {
  postgres: string
  minyi_migrator: string
  minyi_app: string
}

/**
 * Makes the cluster where there is none and returns the passwords of its logins. A cluster appears under its name only when
 * it is whole, so an interrupted first start is simply done again. Throws Trouble for another PostgreSQL version or lost passwords.
 */
export function ensureCluster(place: Place, isDurable: boolean): Passwords {
  if (existsSync(place.cluster)) {
    refuseOtherVersion(place)
    return readPasswords(place)
  }
  const passwords = writePasswords(place)
  initialise(place, passwords.postgres, isDurable)
  return passwords
}

function refuseOtherVersion(place: Place): void {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const wanted = /\d+/.exec(spawnSync(join(place.binDir, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0]
  if (wanted !== undefined && found !== wanted) throw wrongVersion(found, wanted, place.cluster)
}

function passwordFile(place: Place): string {
  return join(place.dataDir, 'passwords.json')
}

/** The passwords that were made with the cluster. */
export function readPasswords(place: Place): Passwords {
  const file = passwordFile(place)
  if (!existsSync(file)) throw passwordLost(file)
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords
}

function writePasswords(place: Place): Passwords {
  const random = () => randomBytes(24).toString('base64url')
  const passwords = { postgres: random(), minyi_migrator: random(), minyi_app: random() }
  writeFileSync(passwordFile(place), JSON.stringify(passwords), { mode: 0o600 })
  return passwords
}

function initialise(place: Place, password: string, isDurable: boolean): void {
  const draft = `${place.cluster}.draft`
  rmSync(draft, { recursive: true, force: true })
  makePrivateFolder(draft, place.user)
  const passwordCopy = `${draft}.password`
  writeFileSync(passwordCopy, password, { mode: 0o600 })
  if (place.user) chownSync(passwordCopy, place.user.uid, place.user.gid)
  try {
    runInitdb(place, draft, passwordCopy, isDurable)
    renameSync(draft, place.cluster)
  } finally {
    rmSync(passwordCopy, { force: true })
  }
}

function runInitdb(place: Place, draft: string, passwordCopy: string, isDurable: boolean): void {
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    // Not the plain C locale: pg_trgm would find no trigrams in Chinese.
    `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`,
    '--lc-messages=C',
  ]
  const login = ['--username=postgres', `--pwfile=${passwordCopy}`, '--auth=scram-sha-256']
  const result = spawnSync(
    join(place.binDir, 'initdb'),
    ['-D', draft, '--encoding=UTF8', ...locale, ...login, ...(isDurable ? [] : ['--no-sync'])],
    { ...place.user, cwd: '/', env: {}, encoding: 'utf8' },
  )
  if (result.error) throw troubleFromError(result.error, place.binDir)
  if (result.status !== 0) throw troubleFromOutput(result.stdout + result.stderr, draft)
}
