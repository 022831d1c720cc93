import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { decrypt, encrypt, MAGIC, WrongPassphrase } from './encryption.ts'
import { Manifest, MANIFEST, type FileEntry } from './manifest.ts'
import { packTar, unpackTar, type ArchiveFile } from './tar.ts'

/** An archive that cannot be used; nothing was written anywhere. */
export class BadArchive extends Error {}

/** Writes files as they come, tar in gzip, encrypted where there is a passphrase, forced to disk at the end. */
export async function writeArchive(
  path: string,
  files: AsyncIterable<ArchiveFile>,
  options: { passphrase: string | undefined; madeAt: Date },
): Promise<void> {
  const { passphrase, madeAt } = options
  const file = await open(path, 'wx', 0o600)
  const sealed = (bytes: AsyncIterable<Buffer>) => (passphrase ? encrypt(bytes, passphrase) : bytes)
  await pipeline(packTar(files, madeAt), createGzip(), sealed, file.createWriteStream({ flush: true }))
}

/** Reads the whole archive, compares every file with the manifest, and hands out the manifest. Throws `BadArchive`. */
export async function checkArchive(path: string, passphrase: string | undefined): Promise<Manifest> {
  try {
    return await inspect(path, passphrase)
  } catch (error) {
    throw explain(error, path)
  }
}

async function inspect(path: string, passphrase: string | undefined): Promise<Manifest> {
  const found: FileEntry[] = []
  let manifest: Manifest | undefined
  for await (const { name, content } of readArchive(path, passphrase)) {
    if (name === MANIFEST) manifest = parseManifest(await textOf(content))
    else found.push(await digestOf(name, content))
  }
  if (!manifest) throw new BadArchive('备份里没有清单，不是完整的备份。 The archive has no manifest; it is not whole.')
  refuseDifferences(manifest.files, found)
  return manifest
}

function refuseDifferences(wanted: readonly FileEntry[], found: readonly FileEntry[]): void {
  const byName = new Map(found.map((it) => [it.name, it]))
  const wrong = wanted.find(({ name, sm3, bytes }) => byName.get(name)?.sm3 !== sm3 || byName.get(name)?.bytes !== bytes)
  if (wrong) throw new BadArchive(`备份中的 ${wrong.name} 与清单不符。 ${wrong.name} is not as the manifest says.`)
  if (wanted.length !== found.length)
    throw new BadArchive('备份中有清单以外的文件。 The archive holds files that are not in its manifest.')
}

function parseManifest(text: string): Manifest {
  const parsed = Manifest.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  throw new BadArchive('不认识这份备份的格式，请用制作它的程序版本恢复。 Unknown format; restore with the version that made it.')
}

/** The files of an archive, each to be read to its end before the next. */
export async function* readArchive(path: string, passphrase: string | undefined): AsyncGenerator<ArchiveFile> {
  const source = createReadStream(path)
  const unzip = createGunzip()
  const plain = (await isEncrypted(path)) ? decrypt(source, passphrase ?? needsPassphrase()) : source
  const running = pipeline(plain, unzip).catch((error: Error) => void unzip.destroy(error))
  try {
    yield* unpackTar(unzip)
  } finally {
    unzip.destroy()
    source.destroy()
    await running
  }
}

async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(MAGIC.length) })
    return buffer.equals(MAGIC)
  } finally {
    await file.close()
  }
}

function needsPassphrase(): never {
  throw new BadArchive('这份备份加了密，请设置 MINYI_BACKUP_PASSPHRASE。 The archive is encrypted: set MINYI_BACKUP_PASSPHRASE.')
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof WrongPassphrase) return new BadArchive(error.message)
  const reason = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!code.startsWith('Z_') && !/archive|chunk|unexpected end/.test(reason)) return error
  return new BadArchive(`备份 ${path} 已损坏或不完整（${reason}）。 The archive is damaged or not whole.`)
}

/** Reads a file to its end and says what it was. */
export async function digestOf(name: string, content: AsyncIterable<Uint8Array>): Promise<FileEntry> {
  const entries: FileEntry[] = []
  for await (const part of measured(name, content, entries)) void part
  return entries[0]!
}

/** Passes content on and notes its length and SM3 when it has ended. */
export async function* measured(
  name: string,
  content: AsyncIterable<Uint8Array>,
  entries: FileEntry[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sm3')
  let bytes = 0
  for await (const part of content) {
    hash.update(part)
    bytes += part.length
    yield part
  }
  entries.push({ name, bytes, sm3: hash.digest('hex') })
}

export async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
