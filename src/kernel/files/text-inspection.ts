import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'

const MARKUP = /^\s*(?:<[!?a-z]|#!|%!PS)|<(?:script|iframe|svg|html|body|object|embed)\b|<\?php|\bjavascript:/i
/** Every control character except tab, line feed, carriage return and form feed. */
const BINARY = /(?![\t\n\r\f])\p{Cc}/u
const LOOKED_AT = 64 * 1024

/** The words of a text or CSV file in UTF-8, UTF-16 (with its mark) or GB18030; null where the bytes are no text. */
export function decodeText(file: Buffer): string | null {
  const text = decodeAs(encodingOf(file), file)
  return text === null || BINARY.test(text.replaceAll('\u0085', '')) ? null : text
}

/** Judges plain text: real text, and no web page or script under a harmless name. */
export function inspectText(file: Buffer): UploadRefusal | null {
  const text = decodeText(file)
  if (text === null) return refuseUpload('name-mismatch')
  if (text.trim() === '') return refuseUpload('empty')
  return MARKUP.test(text.slice(0, LOOKED_AT)) ? refuseUpload('active') : null
}

function encodingOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  return decodeAs('utf-8', file) === null ? 'gb18030' : 'utf-8'
}

function decodeAs(encoding: string, file: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file)
  } catch {
    return null
  }
}
