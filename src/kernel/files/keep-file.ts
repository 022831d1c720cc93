import { newId } from '#lib/id.ts'
import type { Tx } from '#lib/db/tx.ts'
import { blobKey, type BlobStore } from './blob-store.ts'
import type { AcceptedUpload } from './receive-upload.ts'
import { holdKey, insert, type StoredFile } from './store.ts'

/**
 * Stores an accepted upload: the bytes first, then the row. Where the transaction fails later, an object without a row stays behind;
 * that is harmless, as the same file gets the same key, while a row without its object would be a lost file. The key is held until the
 * end, so that the nightly clearing cannot take the object away in between.
 */
export async function keepFile(
  tx: Tx,
  blobs: BlobStore,
  upload: AcceptedUpload,
  by: { accountId: string | null; now: Date },
): Promise<StoredFile> {
  await holdKey(tx, blobKey(tx.congressId, upload.sha256))
  const { key, sha256, bytes } = await blobs.put(upload.bytes, { congressId: tx.congressId, mediaType: upload.mediaType })
  const { kind, name, mediaType } = upload
  const file: StoredFile = { id: newId(), sha256, key, kind, name, mediaType, bytes, createdAt: by.now, createdBy: by.accountId }
  await insert(tx, file)
  return file
}
