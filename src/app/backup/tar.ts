/** One file on its way into or out of an archive. */
export interface ArchiveFile {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

const BLOCK = 512
const NAME_LIMIT = 100
/** A file whose length is not known before its end goes in pieces: `name`, `name~2`, `name~3`, each in memory once. */
const PIECE_BYTES = 4 * 1024 * 1024

/** Files as a POSIX ustar stream, so that an archive can be looked into with `tar` where this program is not at hand. */
export async function* packTar(files: AsyncIterable<ArchiveFile>, madeAt: Date): AsyncGenerator<Buffer> {
  for await (const { name, content } of files) {
    let number = 0
    for await (const piece of pieces(content)) {
      number += 1
      yield header(number === 1 ? name : `${name}~${number}`, piece.length, madeAt)
      yield piece
      yield Buffer.alloc(padding(piece.length))
    }
  }
  yield Buffer.alloc(2 * BLOCK)
}

async function* pieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let bytes = 0
  let isFirst = true
  for await (const part of content) {
    parts.push(part)
    bytes += part.length
    if (bytes < PIECE_BYTES) continue
    yield Buffer.concat(parts)
    parts = []
    bytes = 0
    isFirst = false
  }
  if (bytes > 0 || isFirst) yield Buffer.concat(parts)
}

function header(name: string, bytes: number, madeAt: Date): Buffer {
  if (Buffer.byteLength(name) > NAME_LIMIT) throw new Error(`Name too long for an archive: ${name}`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${octal(bytes, 11)} `, 124)
  block.write(`${octal(Math.floor(madeAt.getTime() / 1000), 11)} `, 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${octal(checksum(block), 6)}\0 `, 148)
  return block
}

/** The files of a stream that `packTar` made; each must be read to its end before the next one. Throws where the stream is damaged. */
export async function* unpackTar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveFile> {
  const reader = new ByteReader(bytes)
  const at = { header: await readHeader(reader) }
  while (at.header) {
    const file = at.header
    yield { name: file.name, content: contentOf(reader, file, at) }
    if (at.header === file) throw new Error(`${file.name} was not read to its end`)
  }
}

interface Header {
  readonly name: string
  readonly size: number
}

/** All pieces of one file; leaves `at` at the file after it. */
async function* contentOf(reader: ByteReader, file: Header, at: { header: Header | null }): AsyncGenerator<Buffer> {
  let size = file.size
  for (let number = 2; ; number += 1) {
    yield* reader.stream(size)
    await reader.take(padding(size))
    const next = await readHeader(reader)
    if (next?.name !== `${file.name}~${number}`) {
      at.header = next
      return
    }
    size = next.size
  }
}

async function readHeader(reader: ByteReader): Promise<Header | null> {
  const block = await reader.take(BLOCK)
  if (block.every((byte) => byte === 0)) return null
  const stored = Number.parseInt(block.toString('latin1', 148, 156), 8)
  block.fill(' ', 148, 156)
  if (checksum(block) !== stored) throw new Error('damaged archive')
  const name = block.toString('utf8', 0, NAME_LIMIT).replace(/\0.*$/, '')
  return { name, size: Number.parseInt(block.toString('latin1', 124, 136), 8) }
}

function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0)
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function padding(bytes: number): number {
  return (BLOCK - (bytes % BLOCK)) % BLOCK
}

/** Reads an exact number of bytes from chunks of any size. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Exactly `bytes` bytes; throws where the source ends before. */
  async take(bytes: number): Promise<Buffer> {
    const taken = await this.takeUpTo(bytes)
    if (taken.length < bytes) throw new Error('the archive ends too early')
    return taken
  }

  /** `bytes` bytes, or what is left. */
  async takeUpTo(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = bytes
    while (missing > 0) {
      const part = await this.#some(missing)
      if (part === null) break
      parts.push(part)
      missing -= part.length
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  async *stream(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      const part = await this.#some(left)
      if (part === null) throw new Error('the archive ends too early')
      left -= part.length
      yield part
    }
  }

  async #some(most: number): Promise<Buffer | null> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#source.next()
      if (done) return null
      this.#rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
    const part = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(part.length)
    return part
  }
}
