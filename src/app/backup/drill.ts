import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderBlobStore } from '#kernel/files/api.ts'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import type { Say } from '../database.ts'
import { restore, type RestoreResult } from './restore.ts'

/**
 * Proves that an archive can be restored: into a database server of its own in a folder for the purpose, both of which are gone
 * afterwards. `masterKeys` are the keys at hand, so a drill on a machine without them fails, as a real restore would.
 */
export async function drill(
  options: { archive: string; passphrase?: string | undefined; masterKeys: readonly string[] },
  say: Say,
): Promise<RestoreResult> {
  const folder = await mkdtemp(join(tmpdir(), 'minyi-drill-'))
  try {
    // The database server runs as a user of its own where we are root; only its own folder inside is closed to others.
    await chmod(folder, 0o755)
    const server = await startEmbedded({ dataDir: join(folder, 'postgres'), mode: 'test', log: say })
    try {
      const { migratorUrl, appUrl } = server
      const files = join(folder, 'files')
      return await restore({ ...options, migratorUrl, appUrl, blobs: folderBlobStore(files), anchors: join(folder, 'anchors') })
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
