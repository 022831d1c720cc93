const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112

/** Which way up a photo is to be shown (1–8) from the payload of its EXIF segment; null where upright, absent or broken. */
export function jpegOrientation(payload: Buffer): number | null {
  if (payload.toString('latin1', 0, 6) !== EXIF || payload.length < 20) return null
  const tiff = payload.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let n = 0; n < u16(first); n++) {
    const at = first + 2 + n * 12
    if (u16(at) !== ORIENTATION) continue
    const value = u16(at + 8)
    return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** A whole EXIF segment that says the way up and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const payload = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}
