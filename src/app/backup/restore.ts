import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { verify } from '#kernel/audit/api.ts'
import { listCongresses } from '#kernel/congress/api.ts'
import type { BlobStore } from '#kernel/files/api.ts'
import { connect } from '#lib/db/connect.ts'
import {
  analyzeTables,
  hasRows,
  inOneTransaction,
  inSnapshot,
  listMigrations,
  listTables,
  readRows,
  rowCountOf,
  setSequence,
  writeRows,
} from '#lib/db/copy.ts'
import { knownMigrations, migrate } from '#lib/db/migrate.ts'
import { BadArchive, checkArchive, digestOf, readArchive } from './archive.ts'
import { findMediaType } from './blob-key-store.ts'
import { placeOf, type Manifest } from './manifest.ts'

export interface RestoreOptions {
  readonly archive: string
  readonly passphrase?: string | undefined
  readonly migratorUrl: string
  readonly appUrl: string
  readonly blobs: BlobStore
  readonly anchors: string
  /** Ids of the master keys at hand; null restores although what they sealed (telephone numbers) may never be read again. */
  readonly masterKeys: readonly string[] | null
}

export interface RestoreResult {
  readonly madeAt: string
  readonly postgres: string
  readonly tables: number
  readonly rows: number
  readonly blobs: number
  readonly missingBlobs: readonly string[]
  /** Migrations of this version that the archive did not have yet. */
  readonly migrated: readonly string[]
  /** The audit chain of each congress; a sound one has no findings. */
  readonly congresses: readonly { id: number; name: string; checked: number; anchors: number; findings: readonly string[] }[]
}

/** The database is not one that may be restored into; nothing was changed. */
export class NotRestorable extends Error {}

/**
 * Loads an archive into an empty database, in one transaction: all of it, compared with the manifest row for row, or nothing.
 * An archive of an earlier version is loaded at that version and then brought up to date.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { archive, passphrase, migratorUrl } = options
  const manifest = await checkArchive(archive, passphrase)
  refuseMissingKeys(manifest, options.masterKeys)
  await prepare(migratorUrl, manifest)
  await inOneTransaction(migratorUrl, (client) => load(client, options, manifest))
  const migrated = await migrate(migratorUrl)
  await analyzeTables(migratorUrl, manifest.tables)
  return {
    madeAt: manifest.madeAt,
    postgres: manifest.postgres,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, it) => sum + it.rows, 0),
    blobs: manifest.files.filter((it) => it.name.startsWith('blobs/')).length,
    missingBlobs: manifest.missingBlobs,
    migrated,
    congresses: await verifyAll(options),
  }
}

function refuseMissingKeys({ masterKeys }: Manifest, atHand: readonly string[] | null): void {
  const missing = masterKeys.filter((id) => !(atHand ?? masterKeys).includes(id))
  if (missing.length === 0) return
  throw new NotRestorable(
    `缺少编号为 ${missing.join('、')} 的主密钥，恢复后电话号码等无法解密。请先把 keys/master.key 放回数据目录（或设置 MINYI_SECRET_KEY）；` +
      `密钥确已遗失时加 --without-key。 The master key ${missing.join(', ')} is missing; put keys/master.key back first.`,
  )
}

/** Brings an empty database to exactly the migrations of the archive. */
async function prepare(migratorUrl: string, manifest: Manifest): Promise<void> {
  const [known, present] = [await knownMigrations(), await inSnapshot(migratorUrl, listMigrations)]
  if (!isPrefix(manifest.migrations, known)) {
    throw new NotRestorable(
      '备份来自更新（或不同）的程序版本，本版本不能恢复，请先升级程序。 The archive was made by a newer or another version of the program.',
    )
  }
  if (!isPrefix(present.names, manifest.migrations)) {
    throw new NotRestorable('数据库的版本比备份新，请换一个空数据库。 The database is newer than the archive; give an empty one.')
  }
  await refuseRows(migratorUrl)
  await migrate(migratorUrl, undefined, manifest.migrations.at(-1))
  await refuseRows(migratorUrl)
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length <= long.length && short.every((name, index) => name === long[index])
}

async function refuseRows(migratorUrl: string): Promise<void> {
  const full = await inSnapshot(migratorUrl, async (client) => {
    for (const table of await listTables(client)) if (await hasRows(client, table)) return table.name
    return null
  })
  if (full === null) return
  throw new NotRestorable(
    `数据库不是空的（${full} 里有数据），没有恢复，也没有改动。请指定一个空数据库，或用 MINYI_DATA_DIR 指定一个新的数据目录。` +
      ` The database is not empty (${full}); nothing was changed.`,
  )
}

async function load(client: Client, options: RestoreOptions, manifest: Manifest): Promise<void> {
  refuseOtherTables(await listTables(client), manifest.tables)
  const tables = new Map(manifest.tables.map((it) => [placeOf.table(it.name), it]))
  for await (const { name, content } of readArchive(options.archive, options.passphrase)) {
    const table = tables.get(name)
    if (table) await pipeline(content, writeRows(client, table))
    else if (name.startsWith('blobs/')) await loadBlob(client, options.blobs, name.slice('blobs/'.length), content)
    else if (name.startsWith('anchors/')) await loadAnchor(options.anchors, name.slice('anchors/'.length), content)
    else await digestOf(name, content)
  }
  for (const sequence of manifest.sequences) await setSequence(client, sequence)
  await compareRows(client, manifest)
}

/** The queue's tables may have more columns than when the archive was made, but never fewer. */
function refuseOtherTables(
  present: Manifest['tables'] | Awaited<ReturnType<typeof listTables>>,
  wanted: Manifest['tables'],
): void {
  const columns = new Map(present.map((it) => [it.name, new Set(it.columns)]))
  const strange = wanted.find((it) => !it.columns.every((name) => columns.get(it.name)?.has(name)))
  if (strange)
    throw new BadArchive(`备份中的表 ${strange.name} 与本版本不同。 The table ${strange.name} differs from this version's.`)
}

const ANCHOR = /^\d+\.jsonl$/

async function loadAnchor(folder: string, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  if (!ANCHOR.test(name)) throw new BadArchive(`备份里有不该有的文件名：${name}。 Unexpected name in the archive.`)
  await mkdir(folder, { recursive: true })
  await pipeline(content, createWriteStream(join(folder, name)))
}

async function loadBlob(client: Client, blobs: BlobStore, key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const congressId = Number(key.split('/')[0])
  const stored = await blobs.put(content, { congressId, mediaType: await findMediaType(client, congressId, key) })
  if (stored.key !== key) throw new BadArchive(`附件 ${key} 的内容与名称不符。 The content of ${key} is not what its name says.`)
}

/** Reads every table again and compares it with what was read when the archive was made. */
async function compareRows(client: Client, manifest: Manifest): Promise<void> {
  const wanted = new Map(manifest.files.map((it) => [it.name, it]))
  for (const table of manifest.tables) {
    const name = placeOf.table(table.name)
    const rows = readRows(client, table)
    const { sm3 } = await digestOf(name, rows)
    if (sm3 !== wanted.get(name)?.sm3 || (await rowCountOf(client, rows)) !== table.rows) {
      throw new BadArchive(
        `${table.name} 恢复后与备份不一致，已全部撤回。 ${table.name} differs from the archive; all was taken back.`,
      )
    }
  }
}

async function verifyAll({ appUrl, anchors }: RestoreOptions): Promise<RestoreResult['congresses']> {
  const { database, close } = connect(appUrl, { max: 2 })
  try {
    const results = []
    for (const { id, name } of await listCongresses(database)) {
      const { checked, anchors: count, findings } = await verify(database, id, anchors)
      results.push({ id, name, checked, anchors: count, findings: findings.map((it) => it.sentence) })
    }
    return results
  } finally {
    await close()
  }
}
