import { extensionOf } from './kinds.ts'

/** Directional marks and overrides: with one of them `附件[202E]fdp.exe` shows as `附件exe.pdf`. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const CONTROL = /\p{Cc}/u
const LONE_SURROGATE = /\p{Cs}/u
/** Control, format, private and lone surrogate characters, line separators, and letters without ink. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164]|\u034f|\p{Variation_Selector}/gu
const FORBIDDEN_IN_WINDOWS = /[<>:"|?*]/g
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** In UTF-8; most file systems stop at 255, and a browser may add ` (1)`. */
const MAX_BYTES = 180

/**
 * True for a name that no honest program sends: control characters, direction overrides, lone surrogates, or a way up the tree.
 * A leading folder (`C:\fakepath\a.docx`) is honest and is cut off by `safeFileName`.
 */
export function isUnsafeName(declared: string): boolean {
  const decoded = decodeOnce(declared)
  return [declared, decoded].some(
    (name) => BIDI.test(name) || CONTROL.test(name) || LONE_SURROGATE.test(name) || name.split(/[\\/]/).includes('..'),
  )
}

/** A name that is safe to show, to store and to download under: Chinese kept, folders and invisible characters gone, not too long. */
export function safeFileName(declared: string): string {
  const last = declared.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = last.replace(UNSEEN, '')
  const plain = visible
    .replace(FORBIDDEN_IN_WINDOWS, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const named = plain === '' ? '未命名' : plain
  return shorten(DEVICE.test(named) ? `_${named}` : named)
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = extensionOf(name)
  const tail = extension && extension.length <= 10 ? `.${extension}` : ''
  let head = ''
  for (const character of name.slice(0, name.length - tail.length)) {
    if (Buffer.byteLength(head + character + tail) > MAX_BYTES) break
    head += character
  }
  return head.trimEnd() + tail
}

/** Percent signs are legal in a name (`100%.docx`), so a name that does not decode is looked at as it is. */
function decodeOnce(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
