import type { Readable } from 'node:stream'

/** Where a stored object lies: `<congress>/<first two of the hash>/<hash>`. The same bytes in one congress have one key. */
export interface StoredBlob {
  readonly key: string
  readonly sha256: string
  readonly bytes: number
}

export interface BlobMeta {
  readonly congressId: number
  readonly mediaType: string
}

export type BlobContent = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Keeps the bytes of files; knows nothing of names, owners or rights. Content never changes under a key, so `put` may be repeated.
 * `get` throws `BlobMissing`; `delete` of something that is gone is no error.
 */
export interface BlobStore {
  put(content: BlobContent, meta: BlobMeta): Promise<StoredBlob>
  get(key: string): Promise<Readable>
  delete(key: string): Promise<void>
}

export class BlobMissing extends Error {
  constructor(key: string) {
    super(`Stored file is missing: ${key}`)
  }
}

const KEY = /^[1-9]\d*\/([0-9a-f]{2})\/\1[0-9a-f]{62}$/

export function blobKey(congressId: number, sha256: string): string {
  return checkedKey(`${congressId}/${sha256.slice(0, 2)}/${sha256}`)
}

/** A key is built from a number and a hash and never from what a person sent; anything else is a fault of the program. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a blob key: ${JSON.stringify(key)}`)
  return key
}
