import { inflateSync } from 'node:zlib'
import { endsWithZip } from './zip-directory.ts'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'

/** Looked for in the whole file, as an object can be hidden behind a comment that reads `stream`. */
const ACTIVE_NAME = /\/(JavaScript|Launch|RichMedia|ImportData|SubmitForm)(?![A-Za-z0-9])/
/** Too short for that: random picture data would contain them. They do nothing without the objects around them. */
const SHORT_ACTIVE_NAME = /\/(JS|XFA)(?![A-Za-z0-9])/
const EMBEDDED_NAME = /\/EmbeddedFiles?(?![A-Za-z0-9])/
const MARKUP = /<(?:!doctype|html|script|svg|body|iframe)\b|<\?php/i
const STREAM = /stream\r?\n/g
/** Writers leave a line end or a few zeros behind the last mark, not another file. */
const MAX_TAIL_BYTES = 1024
const MAX_OBJECT_STREAM_BYTES = 16 * 1024 * 1024
const MAX_OBJECT_STREAMS_BYTES = 64 * 1024 * 1024

/**
 * Judges a PDF: whole, alone in its file, without password, scripts, launch actions, forms that send, or attached files.
 * Objects inside compressed object streams are looked at as well. Answers null where nothing is wrong.
 */
export function inspectPdf(file: Buffer): UploadRefusal | null {
  const text = file.toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  if (!text.startsWith('%PDF-1.') && !text.startsWith('%PDF-2.')) return refuseUpload('damaged')
  if (end === -1 || !/startxref\s+\d+\s+$/.test(text.slice(Math.max(0, end - 40), end))) return refuseUpload('damaged')
  const tail = text.slice(end + 5)
  if (endsWithZip(file) || tail.length > MAX_TAIL_BYTES || tail.trim().replaceAll('\0', '') !== '') return refuseUpload('mixed')
  if (MARKUP.test(text.slice(0, 1024))) return refuseUpload('mixed')
  const objects = outsideStreams(text)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(objects)) return refuseUpload('encrypted')
  return judgeNames(text, [ACTIVE_NAME]) ?? judgeNames(objects, [SHORT_ACTIVE_NAME]) ?? inspectObjectStreams(file, text)
}

/** Names may be written with escapes: `/J#61vaScript`. */
function judgeNames(objects: string, active: readonly RegExp[]): UploadRefusal | null {
  const plain = objects.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  if (active.some((name) => name.test(plain))) return refuseUpload('active')
  return EMBEDDED_NAME.test(plain) ? refuseUpload('embedded') : null
}

/** The file without the data of its streams: page text and pictures may hold any bytes. */
function outsideStreams(text: string): string {
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(STREAM)) {
    if (match.index < from) continue
    const end = text.indexOf('endstream', match.index)
    parts.push(text.slice(from, match.index))
    if (end === -1) return parts.join('\n')
    from = end
  }
  return [...parts, text.slice(from)].join('\n')
}

function inspectObjectStreams(file: Buffer, text: string): UploadRefusal | null {
  let total = 0
  for (const match of text.matchAll(/\/ObjStm\b/g)) {
    const start = dataStart(text, match.index)
    const end = start === null ? -1 : text.indexOf('endstream', start)
    if (start === null || end === -1) return refuseUpload('damaged')
    const objects = inflate(file.subarray(start, end))
    total += objects?.length ?? 0
    if (objects === null || total > MAX_OBJECT_STREAMS_BYTES) return refuseUpload('unpacks-too-large')
    const no = judgeNames(objects, [ACTIVE_NAME, SHORT_ACTIVE_NAME])
    if (no) return no
  }
  return null
}

function dataStart(text: string, from: number): number | null {
  const match = /stream\r?\n/.exec(text.slice(from, from + 4096))
  return match ? from + match.index + match[0].length : null
}

/** Null where the stream is packed otherwise than by deflate or is too large to be an honest list of objects. */
function inflate(data: Buffer): string | null {
  try {
    return inflateSync(data, { maxOutputLength: MAX_OBJECT_STREAM_BYTES, finishFlush: 2 }).toString('latin1')
  } catch {
    return null
  }
}
