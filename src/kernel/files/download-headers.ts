import { safeFileName } from './file-name.ts'

/**
 * The headers of every download of a stored file: saved and never shown in our origin, whatever the bytes say.
 * The Chinese name travels as RFC 5987 `filename*`; old programs get an ASCII `filename` with the same ending.
 */
export function downloadHeaders(file: { name: string; mediaType: string; bytes?: number }): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
  }
}

/** `attachment; filename="___.docx"; filename*=UTF-8''%E7%AD%94%E5%A4%8D.docx` */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name)
  const ascii = safe.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%;]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(safe)}`
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
