import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BlobMissing, type BlobStore } from './blob-store.ts'
import { clamdScan } from './clamd.ts'
import { folderBlobStore } from './folder-blob-store.ts'
import { s3BlobStore } from './s3-blob-store.ts'

const SECRET = 'test-secret-key'
const meta = { congressId: 7, mediaType: 'application/pdf' }
const bytes = Buffer.from('答复函')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const key = `7/${sha256.slice(0, 2)}/${sha256}`

let folder = ''
let server: Server
const objects = new Map<string, Buffer>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minyi-blobs-'))
  server = createServer((request, response) => {
    void answer(request).then(([status, body]) => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

describe.each(['folder', 's3'] as const)('a blob store in %s', (kind) => {
  const open = (): BlobStore => (kind === 'folder' ? folderBlobStore(folder) : s3(SECRET))

  test('gives back what was put, under the hash of its content', async () => {
    expect(await open().put(bytes, meta)).toEqual({ key, sha256, bytes: bytes.length })
    expect(await buffer(await open().get(key))).toEqual(bytes)
  })

  test('takes a stream, and the same content twice', async () => {
    async function* pieces() {
      yield bytes.subarray(0, 4)
      yield bytes.subarray(4)
    }
    const [first, second] = await Promise.all([open().put(pieces(), meta), open().put(bytes, meta)])
    expect(first).toEqual(second)
  })

  test('keeps the congresses apart even where the content is the same', async () => {
    const other = await open().put(bytes, { ...meta, congressId: 8 })
    await open().delete(key)
    expect(await buffer(await open().get(other.key))).toEqual(bytes)
  })

  test('says what is missing; deleting it again is no error', async () => {
    await open().delete(key)
    await expect(open().get(key)).rejects.toThrow(BlobMissing)
  })

  test.each(['../secret', '7/../../x', `7/${'a'.repeat(64)}`, `/${key}`, `${key}/x`, ''])('refuses the key %j', async (bad) => {
    await expect(async () => open().get(bad)).rejects.toThrow('Not a blob key')
  })
})

test('a folder keeps nothing of a stream that broke off', async () => {
  await writeFile(join(folder, 'before'), '')
  async function* broken() {
    yield bytes
    throw new Error('connection lost')
  }
  await expect(folderBlobStore(folder).put(broken(), { ...meta, congressId: 99 })).rejects.toThrow('connection lost')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect(await readdir(folder)).not.toContain('99')
})

test('a store with the wrong secret is refused, and the error says so', async () => {
  await expect(s3('wrong').put(bytes, meta)).rejects.toThrow('SignatureDoesNotMatch')
})

describe('clamd', () => {
  const fake = createTcpServer((socket) => {
    const parts: Buffer[] = []
    socket.on('data', (part) => {
      parts.push(part)
      const all = Buffer.concat(parts)
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return
      socket.end(
        all.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : all.includes('odd') ? 'ERROR\0' : 'stream: OK\0',
      )
    })
  })
  beforeAll(() => new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void fake.close())

  test('names what it found, answers null for a clean file, and never passes a file it did not judge', async () => {
    const scan = clamdScan({ host: '127.0.0.1', port: (fake.address() as AddressInfo).port })
    expect(await scan(Buffer.from('..EICAR..'))).toBe('Eicar-Test-Signature')
    expect(await scan(Buffer.alloc(200_000, 0x61))).toBeNull()
    await expect(scan(Buffer.from('odd'))).rejects.toThrow('clamd answered')
  })
})

function s3(secretAccessKey: string): BlobStore {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return s3BlobStore({ endpoint, bucket: 'minyi', region: 'cn-test', accessKeyId: 'test', secretAccessKey })
}

async function answer(request: IncomingMessage): Promise<[number, (Buffer | string)?]> {
  const body = await buffer(request)
  if (!isSigned(request, body)) return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>']
  const path = request.url ?? ''
  if (request.method === 'PUT') objects.set(path, body)
  if (request.method === 'DELETE') return [objects.delete(path) ? 204 : 404]
  const found = objects.get(path)
  return found ? [200, found] : [404]
}

/** Signature version 4, computed here from its description and not with the library that is under test. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=test\/(\d{8})\/cn-test\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/
  const [, day, signed, signature] = pattern.exec(request.headers.authorization ?? '') ?? []
  if (!day || !signed) return false
  const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
  const hmac = (secret: string | Buffer, data: string) => createHmac('sha256', secret).update(data).digest()
  const payload = String(request.headers['x-amz-content-sha256'])
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== hash(body)) return false
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name])}\n`)
  const canonical = [request.method, request.url, '', headers.join(''), signed, payload].join('\n')
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], `${day}/cn-test/s3/aws4_request`, hash(canonical)].join('\n')
  const secret = ['cn-test', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${SECRET}`, day))
  return hmac(secret, text).toString('hex') === signature
}
