import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Less than this is a full disk: a new cluster alone takes about as much. */
const FULL_BELOW_BYTES = 64_000_000

/** What went wrong with the embedded database, in words that a person can act on (Chinese, then English). */
export type TroubleCode =
  | 'binaries-missing'
  | 'disk-full'
  | 'no-permission'
  | 'port-taken'
  | 'wrong-version'
  | 'password-lost'
  | 'still-running'
  | 'keeps-dying'
  | 'start-failed'

export class Trouble extends Error {
  readonly code: TroubleCode

  constructor(code: TroubleCode, zh: string, en: string) {
    super(`${zh}\n${en}`)
    this.name = 'EmbeddedDatabaseTrouble'
    this.code = code
  }
}

/**
 * Finds the known cause in what initdb or postgres wrote before it exited.
 * `logFile` is named to the reader where the cause is not one of the known ones.
 */
export function troubleFromOutput(output: string, logFile: string): Trouble {
  if (/No space left on device|Disk quota exceeded/i.test(output) || isDiskFull(logFile)) return diskFull(logFile)
  if (/Permission denied|Read-only file system|Operation not permitted/i.test(output)) return noPermission(logFile)
  if (/Address already in use/i.test(output)) return portTaken()
  const lastLine = output.trim().split('\n').slice(-3).join(' | ')
  return new Trouble(
    'start-failed',
    `内置数据库没有启动成功。详情见 ${logFile}：${lastLine}`,
    `The embedded database did not start. See ${logFile}: ${lastLine}`,
  )
}

/** The same for an error of the file system or of `spawn`; an unknown error is returned unchanged. */
export function troubleFromError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return noPermission(path)
  return error
}

export function binariesMissing(platform: string): Trouble {
  return new Trouble(
    'binaries-missing',
    `没有找到适用于 ${platform} 的内置 PostgreSQL。请重新运行 npm install，或用 DATABASE_URL 指定自己的 PostgreSQL 数据库。`,
    `No embedded PostgreSQL for ${platform} was found. Run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

export function wrongVersion(found: string, wanted: string, folder: string): Trouble {
  return new Trouble(
    'wrong-version',
    `数据文件夹 ${folder} 属于 PostgreSQL ${found}，本程序自带的是 PostgreSQL ${wanted}。未改动任何数据；请用原来的程序版本导出后再升级。`,
    `${folder} was made by PostgreSQL ${found}; this program brings PostgreSQL ${wanted}. No data was touched: back up with the earlier version of the program, then restore with this one.`,
  )
}

export function passwordLost(file: string): Trouble {
  return new Trouble(
    'password-lost',
    `找不到内置数据库的口令文件 ${file}，而数据仍在。请从备份中恢复该文件。`,
    `The password file ${file} of the embedded database is missing although its data is there. Restore that file from a backup.`,
  )
}

export function stillRunning(pid: number, folder: string): Trouble {
  return new Trouble(
    'still-running',
    `文件夹 ${folder} 中的数据库（进程 ${pid}）仍在运行，无法停止。请结束该进程后再试。`,
    `The database in ${folder} (process ${pid}) is still running and would not stop. End that process and try again.`,
  )
}

export function keepsDying(logFile: string): Trouble {
  return new Trouble(
    'keeps-dying',
    `内置数据库在十分钟内反复退出，已停止重启。详情见 ${logFile}`,
    `The embedded database exited again and again within ten minutes and is not started any more. See ${logFile}`,
  )
}

export function portTaken(): Trouble {
  return new Trouble(
    'port-taken',
    '内置数据库需要的端口或套接字已被其他程序占用。未改动任何数据；请结束占用它的程序后再试。',
    'The port or socket that the embedded database needs is taken by another program. No data was touched: end that program and try again.',
  )
}

/** A full disk may show as a bus error without a word of it. */
function isDiskFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize < FULL_BELOW_BYTES
}

function diskFull(path: string): Trouble {
  return new Trouble(
    'disk-full',
    `磁盘已满，内置数据库无法写入（${path}）。请清理磁盘空间后重试。`,
    `The disk is full: the embedded database cannot write (${path}). Free some space and try again.`,
  )
}

function noPermission(path: string): Trouble {
  return new Trouble(
    'no-permission',
    `没有权限读写 ${path}。请用拥有该文件夹的用户运行，或用 MINYI_DATA_DIR 指定另一个文件夹。`,
    `No permission to read or write ${path}. Run as the user who owns that folder, or set MINYI_DATA_DIR to another one.`,
  )
}
