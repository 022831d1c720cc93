import { crc32, inflateRawSync } from 'node:zlib'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'
import type { UploadLimits } from './kinds.ts'

/** One entry of a zip file, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where the packed data begins in the file. */
  readonly dataStart: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const MAX_32 = 0xffffffff
/** Deflate cannot pack better than 1032 : 1; honest office files stay far below this. */
const MAX_RATIO = 500
const RATIO_FLOOR_BYTES = 1024 * 1024

/**
 * Reads the central directory and judges it before anything is unpacked: number of entries, sum of unpacked sizes, ratio, names that
 * leave the archive, entries that share bytes (the way a 10 MB bomb becomes petabytes), encryption, data before or after the archive.
 */
export function readZipDirectory(file: Buffer, limits: UploadLimits): ZipEntry[] | UploadRefusal {
  const end = findEnd(file)
  if (end === null) return refuseUpload('damaged')
  const count = file.readUInt16LE(end + 10)
  const start = file.readUInt32LE(end + 16)
  if (file.readUInt16LE(end + 8) !== count || start + file.readUInt32LE(end + 12) !== end) return refuseUpload('mixed')
  if (count === 0) return refuseUpload('damaged')
  if (count > limits.zipEntries) return refuseUpload('unpacks-too-large')
  const entries: ZipEntry[] = []
  let at = start
  for (let n = 0; n < count; n++) {
    const read = readCentralEntry(file, at, end)
    if ('code' in read) return read
    entries.push(read.entry)
    at = read.next
  }
  if (at !== end) return refuseUpload('mixed')
  return judge(entries, start, limits) ?? entries
}

/** Unpacks one entry; null where size or checksum are not what the directory promised. Never gives more bytes than promised. */
export function unpack(file: Buffer, entry: ZipEntry): Buffer | null {
  const packed = file.subarray(entry.dataStart, entry.dataStart + entry.packedBytes)
  try {
    const data = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.bytes, 1) })
    return data.length === entry.bytes && crc32(data) === entry.crc ? data : null
  } catch {
    return null
  }
}

/** True where a zip archive ends exactly at the end of the file: also the mark of a picture or PDF with an archive behind it. */
export function endsWithZip(file: Buffer): boolean {
  return findEnd(file) !== null
}

function findEnd(file: Buffer): number | null {
  const lowest = Math.max(0, file.length - END_SIZE - 0xffff)
  for (let at = file.length - END_SIZE; at >= lowest; at--) {
    if (file.readUInt32LE(at) === END && at + END_SIZE + file.readUInt16LE(at + 20) === file.length) return at
  }
  return null
}

function readCentralEntry(file: Buffer, at: number, end: number): { entry: ZipEntry; next: number } | UploadRefusal {
  if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) return refuseUpload('damaged')
  if (file.readUInt16LE(at + 8) & 0x2041) return refuseUpload('encrypted')
  const nameLength = file.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  const name = file.toString('utf8', at + 46, at + 46 + nameLength)
  const method = file.readUInt16LE(at + 10)
  const packedBytes = file.readUInt32LE(at + 20)
  const bytes = file.readUInt32LE(at + 24)
  const local = file.readUInt32LE(at + 42)
  if (next > end || packedBytes === MAX_32 || bytes === MAX_32 || local === MAX_32) return refuseUpload('damaged')
  if ((method !== 0 && method !== 8) || (method === 0 && packedBytes !== bytes)) return refuseUpload('damaged')
  const dataStart = findData(file, local, name)
  if (dataStart === null || dataStart + packedBytes > file.length) return refuseUpload('damaged')
  return { entry: { name, method, crc: file.readUInt32LE(at + 16), packedBytes, bytes, dataStart }, next }
}

/** The local header must name the same entry: two readers must never see two different archives in one file. */
function findData(file: Buffer, local: number, name: string): number | null {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return null
  const nameLength = file.readUInt16LE(local + 26)
  const nameEnd = local + 30 + nameLength
  if (nameEnd > file.length || file.toString('utf8', local + 30, nameEnd) !== name) return null
  return nameEnd + file.readUInt16LE(local + 28)
}

function judge(entries: readonly ZipEntry[], directoryStart: number, limits: UploadLimits): UploadRefusal | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (unpacked > limits.unpackedBytes) return refuseUpload('unpacks-too-large')
  if (entries.some((entry) => entry.bytes > RATIO_FLOOR_BYTES && entry.bytes > entry.packedBytes * MAX_RATIO)) {
    return refuseUpload('unpacks-too-large')
  }
  if (entries.some((entry) => isUnsafeEntryName(entry.name))) return refuseUpload('name-unsafe')
  if (new Set(entries.map((entry) => entry.name.toLowerCase())).size !== entries.length) return refuseUpload('damaged')
  return overlaps(entries, directoryStart) ? refuseUpload('unpacks-too-large') : null
}

function isUnsafeEntryName(name: string): boolean {
  return name === '' || /^[/\\]|^[a-z]:|\\|\p{Cc}/iu.test(name) || name.split('/').includes('..')
}

function overlaps(entries: readonly ZipEntry[], directoryStart: number): boolean {
  const ordered = [...entries].sort((a, b) => a.dataStart - b.dataStart)
  return ordered.some((entry, n) => entry.dataStart + entry.packedBytes > (ordered[n + 1]?.dataStart ?? directoryStart))
}
