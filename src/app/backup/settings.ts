import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { folderBlobStore, s3BlobStore, type BlobStore } from '#kernel/files/api.ts'
import { loadMasterKey } from '#lib/crypto/keyring.ts'
import type { Config } from '../config.ts'
import type { BackupOptions } from './backup.ts'

/** Where stored objects lie: the folder `files` of the data directory, or object storage where that is configured. */
export function blobStoreOf(config: Config): BlobStore {
  const { MINYI_S3_URL: url, MINYI_S3_KEY_ID: accessKeyId, MINYI_S3_SECRET: secretAccessKey } = config
  if (!url) return folderBlobStore(join(config.MINYI_DATA_DIR, 'files'))
  if (!accessKeyId || !secretAccessKey) {
    throw new Error(
      '设置了 MINYI_S3_URL，还要设置 MINYI_S3_KEY_ID 和 MINYI_S3_SECRET。 MINYI_S3_URL needs its key id and secret.',
    )
  }
  const { origin, pathname } = new URL(url)
  const [bucket = '', ...prefix] = pathname.split('/').filter((it) => it !== '')
  const more = prefix.length > 0 ? { prefix: `${prefix.join('/')}/` } : {}
  return s3BlobStore({ endpoint: origin, bucket, region: 'us-east-1', accessKeyId, secretAccessKey, ...more })
}

export function anchorsOf(config: Config): string {
  return join(config.MINYI_DATA_DIR, 'anchors')
}

/** The folder of the archives. */
export function backupFolderOf(config: Config): string {
  return config.MINYI_BACKUP_DIR ?? join(config.MINYI_DATA_DIR, 'backups')
}

/** What a backup of this installation needs; the nightly job and the command use the same. */
export async function backupOptionsOf(config: Config, migratorUrl: string, now: Date): Promise<BackupOptions> {
  return {
    migratorUrl,
    blobs: blobStoreOf(config),
    anchors: anchorsOf(config),
    masterKeys: await keyIdsOf(config),
    to: backupFolderOf(config),
    passphrase: config.MINYI_BACKUP_PASSPHRASE,
    keep: config.MINYI_BACKUP_KEEP,
    now,
  }
}

/** Ids of the master keys at hand. Neither a backup nor a restore makes a new key where there is none. */
export async function keyIdsOf(config: Config): Promise<readonly string[]> {
  const isThere = await access(join(config.MINYI_DATA_DIR, 'keys', 'master.key')).then(
    () => true,
    () => false,
  )
  return config.MINYI_SECRET_KEY || isThere ? (await loadMasterKey(config)).ids : []
}
