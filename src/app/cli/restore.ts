import { parseArgs } from 'node:util'
import { restore, type RestoreResult } from '../backup/restore.ts'
import { anchorsOf, blobStoreOf, keyIdsOf } from '../backup/settings.ts'
import { readConfig, type Config } from '../config.ts'
import { openDatabase } from '../database.ts'
import { say } from './say.ts'

const options = { 'without-key': { type: 'boolean' }, json: { type: 'boolean' } } as const

/** Loads an archive into an empty database; ends with 1 where the audit chain does not hold, 2 without an archive. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [archive] = positionals
  if (!archive || positionals.length > 1) {
    say.error('用法 Usage: minyi restore 备份文件 [--without-key] [--json]')
    return 2
  }
  const result = await restoreFrom(archive, readConfig(process.env), values['without-key'] ?? false)
  if (values.json) console.log(JSON.stringify(result))
  else describeRestore(result, '已恢复')
  return result.congresses.every((it) => it.findings.length === 0) ? 0 : 1
}

async function restoreFrom(archive: string, config: Config, isKeyLost: boolean): Promise<RestoreResult> {
  const place = await openDatabase(config, say)
  try {
    return await restore({
      archive,
      passphrase: config.MINYI_BACKUP_PASSPHRASE,
      migratorUrl: place.migratorUrl,
      appUrl: place.appUrl,
      blobs: blobStoreOf(config),
      anchors: anchorsOf(config),
      masterKeys: isKeyLost ? null : await keyIdsOf(config),
    })
  } finally {
    await place.stop()
  }
}

/** What a person wants to read after a restore or a drill. */
export function describeRestore(it: RestoreResult, done: string): void {
  console.log(`${done}：${it.madeAt} 的备份（PostgreSQL ${it.postgres}），${it.tables} 张表 ${it.rows} 行，附件 ${it.blobs} 个`)
  if (it.migrated.length > 0) console.log(`已升级到本版本：${it.migrated.join('、')}`)
  if (it.missingBlobs.length > 0) console.log(`备份时就缺少的附件：${it.missingBlobs.length} 个`)
  for (const { name, checked, anchors, findings } of it.congresses) {
    console.log(`${name}：操作记录核对 ${checked} 条，库外存证 ${anchors} 处，问题 ${findings.length} 处`)
    findings.forEach((sentence) => say.error(sentence))
  }
}
