import { createCipheriv, createDecipheriv, randomBytes, scrypt, type DecipherGCM } from 'node:crypto'
import { ByteReader } from './tar.ts'

/** The first bytes of an encrypted archive; then 16 bytes of salt and 7 bytes with which every nonce begins. */
export const MAGIC = Buffer.from('minyi backup aes-256-gcm scrypt 1\n')
const SALT_BYTES = 16
const PREFIX_BYTES = 7
const CHUNK_BYTES = 65_536
const TAG_BYTES = 16
/** 64 MB and about a fifth of a second for each guess. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 }

/**
 * AES-256-GCM in chunks of 64 KiB. The nonce of a chunk holds its number and whether it is the last one, so chunks that were
 * swapped, left out or cut off at the end are noticed; no byte is handed on before its chunk was proved.
 */
export async function* encrypt(plain: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const head = Buffer.concat([MAGIC, randomBytes(SALT_BYTES + PREFIX_BYTES)])
  const key = await keyOf(passphrase, head)
  yield head
  for await (const { chunk, number, isLast } of chunksOf(new ByteReader(plain), CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(head, number, isLast)).setAAD(head)
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

/** The opposite; throws `WrongPassphrase` where the very first chunk does not open. */
export async function* decrypt(sealed: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new ByteReader(sealed)
  const head = await reader.take(MAGIC.length + SALT_BYTES + PREFIX_BYTES)
  const key = await keyOf(passphrase, head)
  for await (const { chunk, number, isLast } of chunksOf(reader, CHUNK_BYTES + TAG_BYTES)) {
    yield open(chunk, createDecipheriv('aes-256-gcm', key, nonceOf(head, number, isLast)).setAAD(head), number)
  }
}

function open(chunk: Buffer, decipher: DecipherGCM, number: number): Buffer {
  try {
    decipher.setAuthTag(chunk.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    throw number === 0 ? new WrongPassphrase() : new Error(`chunk ${number} is not as it was written`)
  }
}

export class WrongPassphrase extends Error {
  constructor() {
    super('备份口令不对，或文件开头已损坏。 Wrong passphrase, or the beginning of the file is damaged.')
  }
}

async function* chunksOf(reader: ByteReader, bytes: number): AsyncGenerator<{ chunk: Buffer; number: number; isLast: boolean }> {
  let chunk = await reader.takeUpTo(bytes)
  for (let number = 0; ; number += 1) {
    const next = await reader.takeUpTo(bytes)
    yield { chunk, number, isLast: next.length === 0 }
    if (next.length === 0) return
    chunk = next
  }
}

function nonceOf(head: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  head.copy(nonce, 0, head.length - PREFIX_BYTES)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function keyOf(passphrase: string, head: Buffer): Promise<Buffer> {
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT_BYTES)
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, SCRYPT, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
