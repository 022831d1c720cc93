import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** One entry of a zip made for a test. The `declared…` fields lie in the central directory. */
export interface TestEntry {
  readonly name: string
  readonly content?: string | Buffer
  readonly declaredBytes?: number
  readonly localName?: string
  readonly flags?: number
}

/** A zip archive, byte by byte, so that a test can lie in any field. */
export function zip(entries: readonly TestEntry[], options: { comment?: string } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const packed = deflateRawSync(content)
    const local = Buffer.concat([header(entry, content, packed, null), packed])
    centrals.push(header(entry, content, packed, offset))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, offset, options.comment ?? '')])
}

function header(entry: TestEntry, content: Buffer, packed: Buffer, offset: number | null): Buffer {
  const isCentral = offset !== null
  const name = Buffer.from(isCentral ? entry.name : (entry.localName ?? entry.name))
  const head = Buffer.alloc(isCentral ? 46 : 30)
  const at = isCentral ? 2 : 0
  head.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0)
  if (isCentral) head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, at + 4)
  head.writeUInt16LE(entry.flags ?? 0, at + 6)
  head.writeUInt16LE(8, at + 8)
  head.writeUInt32LE(crc32(content), at + 14)
  head.writeUInt32LE(packed.length, at + 18)
  head.writeUInt32LE(entry.declaredBytes ?? content.length, at + 22)
  head.writeUInt16LE(name.length, at + 26)
  if (isCentral) head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}

function endRecord(count: number, size: number, start: number, comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([end, Buffer.from(comment)])
}

const DOCX_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const XLSX_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** The parts of a small docx; `extra` adds or replaces parts. */
export function docxParts(extra: readonly TestEntry[] = []): TestEntry[] {
  const parts: TestEntry[] = [
    { name: '[Content_Types].xml', content: contentTypes('/word/document.xml', DOCX_MAIN) },
    { name: '_rels/.rels', content: relations('officeDocument', 'word/document.xml') },
    {
      name: 'word/document.xml',
      content: '<w:document><w:body><w:p><w:r><w:t>关于加装电梯的建议</w:t></w:r></w:p></w:body></w:document>',
    },
  ]
  return replaced(parts, extra)
}

export function xlsxParts(extra: readonly TestEntry[] = []): TestEntry[] {
  const parts: TestEntry[] = [
    { name: '[Content_Types].xml', content: contentTypes('/xl/workbook.xml', XLSX_MAIN) },
    { name: '_rels/.rels', content: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
  ]
  return replaced(parts, extra)
}

function replaced(parts: readonly TestEntry[], extra: readonly TestEntry[]): TestEntry[] {
  return [...parts.filter((part) => !extra.some((other) => other.name === part.name)), ...extra]
}

export function contentTypes(part: string, type: string): string {
  return `<?xml version="1.0"?><Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`
}

export function relations(type: string, target: string, mode = ''): string {
  return `<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/></Relationships>`
}

/** A one-page PDF. `catalog` goes into the catalogue, `objects` are further numbered objects. */
export function pdf(options: { catalog?: string; objects?: readonly string[]; trailer?: string; tail?: string } = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...(options.objects ?? []),
  ]
  const body = objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  const start = `%PDF-1.7\n${body}`
  const trailer = `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${options.trailer ?? ''} >>\nstartxref\n${start.length}\n%%EOF\n`
  return Buffer.from(`${start}xref\n0 1\n0000000000 65535 f \n${trailer}${options.tail ?? ''}`, 'latin1')
}

/** An object stream that holds `objects`, packed as writers of PDF 1.5 do. */
export function objectStream(objects: string): string {
  const packed = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 0 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

/** A PNG that says it is `width` × `height`; the pixels are right only up to 100 × 100. `extra` are further chunks. */
export function png(width = 2, height = 2, extra: readonly Buffer[] = []): Buffer<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 100) * (Math.min(width, 100) + 1), 0)
  const chunks = [pngChunk('IHDR', head), ...extra, pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([chunk.subarray(0, 4), named, chunk.subarray(4)])
}

/** A JPEG skeleton: enough structure for a header check, no decodable picture. */
export function jpg(width = 2, height = 2, segments: readonly Buffer[] = [], tail: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34])
  const jfif = jpgSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, ...segments, frame, scan, Buffer.from([0xff, 0xd9]), tail])
}

export function jpgSegment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}
