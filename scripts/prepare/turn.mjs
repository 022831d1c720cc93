import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { say } from './say.mjs'

const LONGEST_MS = 20 * 60_000

/** Lets one process at a time install or build in this folder: two copies may be started at once. */
export async function inTurn(work) {
  const name = createHash('sha256').update(`${process.getuid?.()} ${process.cwd()}`).digest('hex')
  const lock = join(tmpdir(), `minyi-prepare-${name.slice(0, 12)}`)
  await take(lock)
  const leave = () => rmSync(lock, { force: true })
  process.on('exit', leave)
  try {
    return await work()
  } finally {
    process.off('exit', leave)
    leave()
  }
}

async function take(lock) {
  for (let isTold = false; ; isTold = true) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true })
      continue
    }
    if (!isTold) say('另一个进程正在安装或构建，请稍候……', 'Another process is installing or building; waiting.')
    await pause(200)
  }
}

/** Its process has gone, or its number belongs to another by now: no install takes that long. */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LONGEST_MS) return true
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH' || error.code === 'ENOENT'
  }
}
