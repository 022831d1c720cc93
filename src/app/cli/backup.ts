import { parseArgs } from 'node:util'
import { backup, type BackupResult } from '../backup/backup.ts'
import { drill } from '../backup/drill.ts'
import { backupFolderOf, backupOptionsOf, keyIdsOf } from '../backup/settings.ts'
import { readConfig, type Config } from '../config.ts'
import { openDatabase } from '../database.ts'
import { describeRestore } from './restore.ts'
import { say } from './say.ts'

const options = { to: { type: 'string' }, drill: { type: 'boolean' }, json: { type: 'boolean' } } as const

/** Writes an archive; with `--drill` restores it into a scratch server and verifies it there. Ends with 1 where something is amiss. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options })
  const config = readConfig(process.env)
  const made = await makeBackup(config, values.to ?? backupFolderOf(config))
  if (!values.json) describeBackup(made)
  const passphrase = config.MINYI_BACKUP_PASSPHRASE
  const drilled = values.drill
    ? await drill({ archive: made.path, passphrase, masterKeys: await keyIdsOf(config) }, { ...say, info: () => {} })
    : null
  if (values.json) console.log(JSON.stringify({ ...made, ...(drilled && { drill: drilled }) }))
  else if (drilled) describeRestore(drilled, '恢复演练成功，演练用的数据库已删除')
  const isSound = drilled?.congresses.every((it) => it.findings.length === 0) ?? true
  return made.missingBlobs.length === 0 && isSound ? 0 : 1
}

async function makeBackup(config: Config, to: string): Promise<BackupResult> {
  const place = await openDatabase(config, say)
  try {
    return await backup({ ...(await backupOptionsOf(config, place.migratorUrl, new Date())), to })
  } finally {
    await place.stop()
  }
}

function describeBackup({ path, bytes, tables, rows, blobs, missingBlobs, isEncrypted }: BackupResult): void {
  const seal = isEncrypted ? '，已加密' : '，未加密'
  console.log(`${path}：${(bytes / 1e6).toFixed(1)} MB，${tables} 张表 ${rows} 行，附件 ${blobs} 个${seal}`)
  if (missingBlobs.length === 0) return
  say.warn(`有 ${missingBlobs.length} 个附件在存储中找不到，备份里没有它们： Files missing from the storage:`)
  missingBlobs.forEach((key) => say.warn(`  ${key}`))
}
