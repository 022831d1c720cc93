import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import {
  blobKey,
  BlobMissing,
  checkedKey,
  type BlobContent,
  type BlobMeta,
  type BlobStore,
  type StoredBlob,
} from './blob-store.ts'

/**
 * Blobs as files below `folder`. A blob is written to a temporary file, forced to disk and renamed, so a key either holds the whole
 * content or nothing, whatever is killed when. Several processes may share the folder.
 */
export function folderBlobStore(folder: string): BlobStore {
  const root = resolve(folder)
  const pathOf = (key: string) => join(root, checkedKey(key))
  return {
    put: (content, meta) => put(root, content, meta),
    async get(key) {
      const path = pathOf(key)
      if (!(await exists(path))) throw new BlobMissing(key)
      return createReadStream(path)
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  }
}

async function put(root: string, content: BlobContent, meta: BlobMeta): Promise<StoredBlob> {
  const temporary = join(root, 'incoming', randomUUID())
  await mkdir(dirname(temporary), { recursive: true })
  try {
    const { sha256, bytes } = await write(temporary, content)
    const key = blobKey(meta.congressId, sha256)
    await mkdir(dirname(join(root, key)), { recursive: true })
    await rename(temporary, join(root, key))
    await syncFolder(dirname(join(root, key)))
    return { key, sha256, bytes }
  } finally {
    await rm(temporary, { force: true })
  }
}

async function write(path: string, content: BlobContent): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  await withFile(await open(path, 'wx', 0o640), async (file) => {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  })
  return { sha256: hash.digest('hex'), bytes }
}

/** The rename itself must survive a power cut too. Windows cannot open folders; there the file system journals it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  await withFile(await open(path, 'r'), (folder) => folder.sync())
}

async function withFile(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
