import { crc32 } from 'node:zlib'
import { jpegOrientation, orientationSegment } from './jpeg-orientation.ts'
import { endsWithZip } from './zip-directory.ts'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'
import type { UploadLimits } from './kinds.ts'

const MARKUP = /<script|<\?php|<!doctype|<html|%PDF-[12]\./i
const PNG_HEAD_BYTES = 8
/** Chunks that draw. Everything else (texts, EXIF with the place, private data) is dropped. */
const PNG_DRAWING = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'pHYs', 'sBIT', 'bKGD'])
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda

/**
 * Judges a picture by its header and structure and answers it cleaned: no place, no camera, no comments, nothing behind its end.
 * The pixels are not decoded, so a header that announces billions of them costs nothing.
 */
export function cleanImage(file: Buffer, kind: 'png' | 'jpg', limits: UploadLimits): Buffer | UploadRefusal {
  if (endsWithZip(file) || MARKUP.test(file.toString('latin1'))) return refuseUpload('mixed')
  return kind === 'png' ? cleanPng(file, limits) : cleanJpeg(file, limits)
}

function cleanPng(file: Buffer, limits: UploadLimits): Buffer | UploadRefusal {
  const kept: Buffer[] = [file.subarray(0, PNG_HEAD_BYTES)]
  let at = PNG_HEAD_BYTES
  let type = ''
  let hasPixels = false
  while (type !== 'IEND') {
    if (at + 12 > file.length) return refuseUpload('damaged')
    const length = file.readUInt32BE(at)
    const next = at + 12 + length
    if (next > file.length) return refuseUpload('damaged')
    type = file.toString('latin1', at + 4, at + 8)
    if (crc32(file.subarray(at + 4, next - 4)) !== file.readUInt32BE(next - 4)) return refuseUpload('damaged')
    if ((at === PNG_HEAD_BYTES) !== (type === 'IHDR')) return refuseUpload('damaged')
    if (type === 'IHDR' && isFlood(file.readUInt32BE(at + 8), file.readUInt32BE(at + 12), limits))
      return refuseUpload('too-many-pixels')
    hasPixels ||= type === 'IDAT'
    if (PNG_DRAWING.has(type)) kept.push(file.subarray(at, next))
    at = next
  }
  return hasPixels ? Buffer.concat(kept) : refuseUpload('damaged')
}

/** Zero pixels is no picture either. */
function isFlood(width: number, height: number, limits: UploadLimits): boolean {
  return width * height > limits.pixels || width === 0 || height === 0
}

function cleanJpeg(file: Buffer, limits: UploadLimits): Buffer | UploadRefusal {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let at = 2
  let size: { width: number; height: number } | null = null
  for (;;) {
    if (at + 4 > file.length || file[at] !== 0xff) return refuseUpload('damaged')
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    const next = at + 2 + file.readUInt16BE(at + 2)
    if (marker < 0xc0 || marker === SOI || marker === EOI || next > file.length || next < at + 4) return refuseUpload('damaged')
    if (isFrame(marker)) {
      if (size !== null || next < at + 9) return refuseUpload('damaged')
      size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
      if (isFlood(size.width, size.height, limits)) return refuseUpload('too-many-pixels')
    }
    kept.push(...keptSegment(file, marker, at, next))
    at = next
    if (marker === SOS) break
  }
  const end = endOfJpeg(file, at)
  if (size === null || end === null) return refuseUpload('damaged')
  return Buffer.concat([...kept, file.subarray(at, end)])
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Of the application segments only JFIF, colour profile and Adobe's colour transform draw; EXIF shrinks to the way up. */
function keptSegment(file: Buffer, marker: number, at: number, next: number): Buffer[] {
  if (marker === 0xe1) {
    const orientation = jpegOrientation(file.subarray(at + 4, next))
    return orientation === null ? [] : [orientationSegment(orientation)]
  }
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  const draws =
    marker === 0xe0 || marker === 0xee || (marker === 0xe2 && file.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE')
  return isNote && !draws ? [] : [file.subarray(at, next)]
}

/** The end of the picture; phones append previews and short films behind it, which are cut off. Later scans and tables are walked over. */
function endOfJpeg(file: Buffer, from: number): number | null {
  let at = from
  while ((at = file.indexOf(0xff, at)) !== -1 && at + 1 < file.length) {
    const marker = file[at + 1] ?? 0
    if (marker === EOI) return at + 2
    if (marker === SOI) return null
    const isSegment = marker !== 0 && marker !== 0xff && marker !== 1 && !(marker >= 0xd0 && marker <= 0xd7)
    at += isSegment && at + 4 <= file.length ? 2 + file.readUInt16BE(at + 2) : marker === 0xff ? 1 : 2
  }
  return null
}
