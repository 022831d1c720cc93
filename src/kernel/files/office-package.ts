import { readZipDirectory, unpack, type ZipEntry } from './zip-directory.ts'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'
import type { UploadLimits } from './kinds.ts'

type OfficeKind = 'docx' | 'xlsx'

const MAIN_TYPES: Readonly<Record<OfficeKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}

const ACTIVE_PART = /vbaproject|vbadata|activex|\.(bin|vbs|js|exe|dll|bat|cmd|ps1|hta|lnk|scr|jar|html?|svg)$/i
/** Harmless parts that Office and WPS write with the ending `.bin`. */
const PRINTER_SETTINGS = /printerSettings\d*\.bin$/i
const EMBEDDED_PART = /\/embeddings\/|oleobject|\.(zip|rar|7z|gz|tar|docx?|xlsx?|pptx?|docm|xlsm|pdf)$/i
const XML_PART = /\.(xml|rels|vml)$/i

const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g
/** Links a person clicks are fine; what Office fetches by itself on opening is not. */
const HARMLESS_EXTERNAL = /\/relationships\/hyperlink"/
const DDE_FIELD = /(?:instrText[^>]*>|w:instr=")[^<"]*\bDDE(?:AUTO)?\b|<(?:\w+:)?ddeLink\b/i

/**
 * Judges a docx or xlsx: the directory first, then each XML part, unpacked one at a time and never beyond its promised size.
 * Refused: macros, ActiveX, embedded files, DDE, remote templates and pictures, document type declarations (entity bombs).
 * Answers null where nothing is wrong.
 */
export function inspectOfficePackage(file: Buffer, kind: OfficeKind, limits: UploadLimits): UploadRefusal | null {
  const entries = readZipDirectory(file, limits)
  if ('code' in entries) return entries
  if (file.readUInt32LE(0) !== 0x04034b50) return refuseUpload('mixed')
  const byName = inspectNames(entries)
  if (byName) return byName
  if (!entries.some((entry) => entry.name === '[Content_Types].xml')) return refuseUpload('damaged')
  for (const entry of entries) {
    const content = unpack(file, entry)
    if (content === null) return refuseUpload('damaged')
    const no = XML_PART.test(entry.name) ? inspectXml(entry.name, decodeXml(content), kind) : null
    if (no) return no
  }
  return null
}

function inspectNames(entries: readonly ZipEntry[]): UploadRefusal | null {
  for (const { name } of entries) {
    if (PRINTER_SETTINGS.test(name)) continue
    if (EMBEDDED_PART.test(name)) return refuseUpload('embedded')
    if (ACTIVE_PART.test(name)) return refuseUpload('active')
  }
  return null
}

function inspectXml(name: string, xml: string, kind: OfficeKind): UploadRefusal | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuseUpload('active')
  if (name === '[Content_Types].xml') return inspectContentTypes(xml, kind)
  if (name.endsWith('.rels')) return inspectRelations(xml)
  return DDE_FIELD.test(xml) ? refuseUpload('active') : null
}

function inspectContentTypes(xml: string, kind: OfficeKind): UploadRefusal | null {
  if (/macroEnabled|vbaProject|activeX/i.test(xml)) return refuseUpload('active')
  return xml.includes(`"${MAIN_TYPES[kind]}"`) ? null : refuseUpload('name-mismatch')
}

function inspectRelations(xml: string): UploadRefusal | null {
  for (const [relation] of xml.matchAll(RELATION)) {
    if (/oleObject"|\/package"|vbaProject"/.test(relation)) return refuseUpload('embedded')
    if (/TargetMode\s*=\s*["']External/i.test(relation) && !HARMLESS_EXTERNAL.test(relation)) return refuseUpload('external')
  }
  return null
}

/** Office writes UTF-8; a part in UTF-16 would hide its words from the checks above, so it is read as what it is. */
function decodeXml(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  if (content[1] === 0 && content[0] !== 0) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0 && content[1] !== 0) return new TextDecoder('utf-16be').decode(content)
  return content.toString('utf8')
}
