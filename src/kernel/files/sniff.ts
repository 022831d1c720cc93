import { fileTypeFromBuffer } from 'file-type'
import { decodeText } from './text-inspection.ts'
import { refuseUpload, type UploadRefusal } from './upload-refusal.ts'
import { kindOfName, type FileKind } from './kinds.ts'

const OLD_OFFICE = new Set(['cfb', 'doc', 'xls', 'ppt', 'wps', 'et', 'rtf'])
const MACRO_OFFICE = new Set(['docm', 'xlsm', 'dotm', 'xltm', 'pptm', 'dotx', 'xltx', 'xlsb'])
const ACTIVE = new Set([
  'svg',
  'html',
  'htm',
  'xhtml',
  'mht',
  'mhtml',
  'js',
  'mjs',
  'vbs',
  'hta',
  'exe',
  'bat',
  'cmd',
  'ps1',
  'php',
  'jsp',
  'swf',
])

/**
 * What the bytes are, if that is allowed and if the name says the same; otherwise what to do.
 * Plain text has no signature: it is what decodes as text under a name that says so.
 */
export async function sniffKind(file: Buffer, name: string): Promise<FileKind | UploadRefusal> {
  const declared = kindOfName(name)
  if (declared === null) return refuseUpload(refusalOfExtension(name))
  const found = await sniffSignature(file)
  if (found !== null && MACRO_OFFICE.has(found)) return refuseUpload('active')
  if (declared === 'txt' || declared === 'csv') return decodeText(file) === null ? refuseUpload('name-mismatch') : declared
  if (found === declared) return declared
  // A zip that does not begin like Word's own is still judged by its parts.
  if (found === 'zip' && (declared === 'docx' || declared === 'xlsx')) return declared
  if (found === 'cfb') return refuseUpload('kind-old-office')
  return refuseUpload('name-mismatch')
}

async function sniffSignature(file: Buffer): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(file))?.ext ?? null
  } catch {
    // The sniffer stops with an error on a truncated archive; the inspection of the kind gives the answer a person can use.
    return null
  }
}

function refusalOfExtension(name: string): 'kind-old-office' | 'active' | 'kind-unknown' {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
  if (OLD_OFFICE.has(extension)) return 'kind-old-office'
  return MACRO_OFFICE.has(extension) || ACTIVE.has(extension) ? 'active' : 'kind-unknown'
}
