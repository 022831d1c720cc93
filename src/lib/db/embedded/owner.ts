import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { identityOf } from './process.ts'

/**
 * Notes that this process looks after the server of `home`. False: another living process does, and we are its guest
 * (the command line beside a running program). The note of a dead process is replaced; PostgreSQL's own lock on the
 * cluster is what keeps two servers apart.
 */
export function becomeOwner(home: string): boolean {
  const draft = join(home, `owner.${process.pid}`)
  writeFileSync(draft, identityOf(process.pid) ?? '')
  try {
    while (!tryLink(draft, join(home, 'owner'))) {
      if (hasOwner(home)) return false
      leaveOwnership(home)
    }
    return true
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Whether a living process looks after the server of `home`. */
export function hasOwner(home: string): boolean {
  try {
    const identity = readFileSync(join(home, 'owner'), 'utf8')
    const pid = Number.parseInt(identity, 10)
    return Number.isInteger(pid) && identityOf(pid) === identity
  } catch {
    return false
  }
}

export function leaveOwnership(home: string): void {
  rmSync(join(home, 'owner'), { force: true })
}

/** A link appears whole or not at all, so nobody reads half a note. */
function tryLink(draft: string, note: string): boolean {
  try {
    linkSync(draft, note)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
