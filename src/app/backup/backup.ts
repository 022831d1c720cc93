import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Client } from 'pg'
import { BlobMissing, type BlobStore } from '#kernel/files/api.ts'
import { inSnapshot, listMigrations, listSequences, listTables, readRows, rowCountOf } from '#lib/db/copy.ts'
import { measured, writeArchive } from './archive.ts'
import { listBlobKeys } from './blob-key-store.ts'
import { FORMAT, Manifest, MANIFEST, placeOf } from './manifest.ts'
import type { ArchiveFile } from './tar.ts'

export interface BackupOptions {
  /** The login `minyi_migrator`: it owns the tables, so row-level security hides nothing from it. */
  readonly migratorUrl: string
  readonly blobs: BlobStore
  /** The folder of the seals' anchors. */
  readonly anchors: string
  /** Ids of the master keys in use (`keyIdsOf`). */
  readonly masterKeys: readonly string[]
  /** The folder of the archives; made where it is missing. */
  readonly to: string
  readonly passphrase?: string | undefined
  /** How many archives stay in the folder; older ones are deleted once the new one is whole. All, where it is not given. */
  readonly keep?: number
  readonly now: Date
}

export interface BackupResult {
  readonly path: string
  readonly bytes: number
  readonly tables: number
  readonly rows: number
  readonly blobs: number
  /** Keys of objects that the database names and the storage does not have. */
  readonly missingBlobs: readonly string[]
  readonly isEncrypted: boolean
}

/**
 * Writes the whole database as it is at one moment, the stored objects that it names and the anchors of its seals into one archive.
 * Nobody has to stop working meanwhile. The archive appears under its name only when it is whole and on disk.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const { to, passphrase, now } = options
  await mkdir(to, { recursive: true, mode: 0o700 })
  const path = resolve(to, nameOf(now, passphrase !== undefined))
  const partial = `${path}.partial`
  await rm(partial, { force: true })
  try {
    const manifest = emptyManifest(options)
    await inSnapshot(options.migratorUrl, (client) =>
      writeArchive(partial, contentOf(client, options, manifest), { passphrase, madeAt: now }),
    )
    await rename(partial, path)
    await syncFolder(to)
    await forgetOld(to, options.keep)
    return summary(path, (await stat(path)).size, manifest, passphrase !== undefined)
  } finally {
    await rm(partial, { force: true })
  }
}

function emptyManifest({ masterKeys, now }: BackupOptions): Manifest {
  return {
    format: FORMAT,
    madeAt: now.toISOString(),
    postgres: '',
    migrations: [],
    queue: 0,
    tables: [],
    sequences: [],
    masterKeys: [...masterKeys],
    missingBlobs: [],
    files: [],
  }
}

/** The files of the archive in their order; what they were is noted in the manifest, which comes last. */
async function* contentOf(client: Client, options: BackupOptions, manifest: Manifest): AsyncGenerator<ArchiveFile> {
  const { names, queue } = await listMigrations(client)
  Object.assign(manifest, { postgres: await versionOf(client), migrations: names, queue, sequences: await listSequences(client) })
  const noted = (name: string, content: AsyncIterable<Uint8Array>) => ({ name, content: measured(name, content, manifest.files) })
  for (const table of await listTables(client)) {
    const rows = readRows(client, table)
    yield noted(placeOf.table(table.name), rows)
    manifest.tables.push({ name: table.name, columns: [...table.columns], rows: await rowCountOf(client, rows) })
  }
  for (const file of await listAnchors(options.anchors)) {
    yield noted(placeOf.anchor(file), createReadStream(join(options.anchors, file)))
  }
  for await (const key of listBlobKeys(client)) {
    const content = await openBlob(options.blobs, key)
    if (content) yield noted(placeOf.blob(key), content)
    else manifest.missingBlobs.push(key)
  }
  yield { name: MANIFEST, content: oneChunk(JSON.stringify(Manifest.parse(manifest), null, 1)) }
}

async function openBlob(blobs: BlobStore, key: string): Promise<AsyncIterable<Uint8Array> | null> {
  try {
    return await blobs.get(key)
  } catch (error) {
    if (error instanceof BlobMissing) return null
    throw error
  }
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function versionOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return rows[0]!.server_version
}

async function listAnchors(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((it) => /^\d+\.jsonl$/.test(it)).toSorted()
}

const ARCHIVE = /^minyi-\d{8}T\d{6}Z\.(tar\.gz|minyi)$/

function nameOf(now: Date, isEncrypted: boolean): string {
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, '')
  return `minyi-${moment}.${isEncrypted ? 'minyi' : 'tar.gz'}`
}

/** The names hold the moment, so their order is their age; nothing else in the folder is touched. */
async function forgetOld(folder: string, keep: number | undefined): Promise<void> {
  if (keep === undefined) return
  const archives = (await readdir(folder)).filter((it) => ARCHIVE.test(it)).toSorted()
  for (const name of archives.slice(0, -keep)) await rm(join(folder, name))
}

/** The new name must survive a power cut too; Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function summary(path: string, bytes: number, manifest: Manifest, isEncrypted: boolean): BackupResult {
  return {
    path,
    bytes,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, it) => sum + it.rows, 0),
    blobs: manifest.files.filter((it) => it.name.startsWith('blobs/')).length,
    missingBlobs: manifest.missingBlobs,
    isEncrypted,
  }
}
