import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import {
  blobKey,
  BlobMissing,
  checkedKey,
  type BlobContent,
  type BlobMeta,
  type BlobStore,
  type StoredBlob,
} from './blob-store.ts'

export interface S3Settings {
  /** Such as `https://s3.example.cn`; the bucket goes into the path, as self-hosted stores expect it. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** In front of every key, for a bucket that is shared with other programs. */
  readonly prefix?: string
}

/** Blobs in S3-compatible storage. Uploads are limited in size before they come here, so an object is sent in one request. */
export function s3BlobStore(settings: S3Settings): BlobStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    service: 's3',
    region: settings.region,
    retries: 3,
  })
  const base = `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}/${settings.prefix ?? ''}`
  const request = (key: string, init: RequestInit) => client.fetch(base + checkedKey(key), init)
  return {
    put: (content, meta) => put(request, content, meta),
    get: (key) => get(request, key),
    async delete(key) {
      const answer = await request(key, { method: 'DELETE' })
      if (!answer.ok && answer.status !== 404) throw await failure('DELETE', key, answer)
    },
  }
}

type Request = (key: string, init: RequestInit) => Promise<Response>

async function put(request: Request, content: BlobContent, meta: BlobMeta): Promise<StoredBlob> {
  const body = content instanceof Uint8Array ? Buffer.from(content) : await collect(content)
  const sha256 = createHash('sha256').update(body).digest('hex')
  const key = blobKey(meta.congressId, sha256)
  const headers = { 'content-type': meta.mediaType, 'x-amz-content-sha256': sha256 }
  const answer = await request(key, { method: 'PUT', body: new Uint8Array(body), headers })
  if (!answer.ok) throw await failure('PUT', key, answer)
  await answer.arrayBuffer()
  return { key, sha256, bytes: body.length }
}

async function get(request: Request, key: string): Promise<Readable> {
  const answer = await request(key, { method: 'GET' })
  if (answer.status === 404) throw new BlobMissing(key)
  if (!answer.ok || !answer.body) throw await failure('GET', key, answer)
  return Readable.from(chunksOf(answer.body))
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The answer's text names the fault (`SignatureDoesNotMatch`) and carries no secret. */
async function failure(method: string, key: string, answer: Response): Promise<Error> {
  const text = (await answer.text().catch(() => '')).slice(0, 300)
  return new Error(`Object storage refused ${method} ${key}: ${answer.status} ${text}`)
}
