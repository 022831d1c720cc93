import { newId } from '#lib/id.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { BlobStore } from './blob-store.ts'
import type { AcceptedUpload } from './receive-upload.ts'
import { insert, type StoredFile } from './store.ts'

/**
 * Stores an accepted upload: the bytes first, then the row. Where the transaction fails later, an object without a row stays behind;
 * that is harmless, as the same file gets the same key, while a row without its object would be a lost file.
 */
export async function keepFile(
  tx: Tx,
  blobs: BlobStore,
  upload: AcceptedUpload,
  by: { accountId: string | null; now: Date },
): Promise<StoredFile> {
  const { key, sha256, bytes } = await blobs.put(upload.bytes, { congressId: tx.congressId, mediaType: upload.mediaType })
  const { kind, name, mediaType } = upload
  const file: StoredFile = { id: newId(), sha256, key, kind, name, mediaType, bytes, createdAt: by.now, createdBy: by.accountId }
  await insert(tx, file)
  return file
}
