import { createHash } from 'node:crypto'
import { isUnsafeName, safeFileName } from './file-name.ts'
import { cleanImage } from './image-inspection.ts'
import { ALL_KINDS, DEFAULT_LIMITS, FILE_KINDS, type FileKind, type UploadLimits } from './kinds.ts'
import { inspectOfficePackage } from './office-package.ts'
import { inspectPdf } from './pdf-inspection.ts'
import { sniffKind } from './sniff.ts'
import { inspectText } from './text-inspection.ts'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'

/** A file that may be kept. `bytes` are what is to be stored: pictures without place and camera, everything else as it came. */
export interface AcceptedUpload {
  readonly kind: FileKind
  readonly mediaType: string
  readonly name: string
  readonly bytes: Buffer
  readonly sha256: string
}

/** A virus scanner: the name of what it found, or null. Where none is configured nothing is scanned. */
export type VirusScan = (bytes: Buffer) => Promise<string | null>

export interface UploadOptions {
  readonly kinds?: readonly FileKind[]
  readonly limits?: Partial<UploadLimits>
  readonly scan?: VirusScan
}

/**
 * Takes an upload in and decides: the file, or a refusal with a sentence that says what to do. It never throws over bad bytes and
 * never reads more than the limit. Source of the list: reliability §3.3.
 */
export async function receiveUpload(
  stream: AsyncIterable<Uint8Array>,
  declaredName: string,
  options: UploadOptions = {},
): Promise<AcceptedUpload | UploadRefusal> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  if (isUnsafeName(declaredName)) return refuseUpload('name-unsafe')
  const file = await collect(stream, limits.bytes)
  if (file === null) return refuseUpload('too-large')
  if (file.length === 0) return refuseUpload('empty')
  const name = safeFileName(declaredName)
  const kind = await sniffKind(file, name)
  if (typeof kind !== 'string') return kind
  if (!(options.kinds ?? ALL_KINDS).includes(kind)) return refuseUpload('kind-not-here')
  const judged = inspect(file, kind, limits)
  if ('code' in judged) return judged
  if (options.scan && (await options.scan(file)) !== null) return refuseUpload('virus')
  const sha256 = createHash('sha256').update(judged.bytes).digest('hex')
  return { kind, mediaType: FILE_KINDS[kind].mediaType, name, bytes: judged.bytes, sha256 }
}

/** Tells the two answers of `receiveUpload` apart. */
export function isRefusedUpload(answer: AcceptedUpload | UploadRefusal): answer is UploadRefusal {
  return 'code' in answer
}

async function collect(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function inspect(file: Buffer, kind: FileKind, limits: UploadLimits): { bytes: Buffer } | UploadRefusal {
  if (kind === 'png' || kind === 'jpg') {
    const cleaned = cleanImage(file, kind, limits)
    return Buffer.isBuffer(cleaned) ? { bytes: cleaned } : cleaned
  }
  return refusalOf(file, kind, limits) ?? { bytes: file }
}

function refusalOf(file: Buffer, kind: 'pdf' | 'docx' | 'xlsx' | 'txt' | 'csv', limits: UploadLimits): UploadRefusal | null {
  if (kind === 'pdf') return inspectPdf(file)
  return kind === 'txt' || kind === 'csv' ? inspectText(file) : inspectOfficePackage(file, kind, limits)
}
