import { posix } from 'node:path'
import {
  DEFAULT_LIMITS,
  isRefusedUpload,
  readZipDirectory,
  receiveUpload,
  unpack,
  type UploadLimits,
  type UploadRefusalCode,
  type VirusScan,
} from '#kernel/files/api.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Upload } from '#lib/http/upload.ts'
import { documentTree } from './document-tree.ts'
import { wordLines } from './word-lines.ts'

/** A suggestion has at most 23,000 characters; reading more would only keep everybody else waiting. */
const LIMITS: Partial<UploadLimits> = { bytes: 5 * 1024 * 1024, unpackedBytes: 12 * 1024 * 1024, zipEntries: 500 }
const MOST_CHARACTERS = 30_000

const SENTENCES: Partial<Record<UploadRefusalCode, string>> = {
  'too-large': '文件超过 5 MB。请去掉图片后再上传，或者打开后复制全文粘贴。',
  'unpacks-too-large': '文件内容过大。请去掉图片后再上传，或者打开后复制全文粘贴。',
  'kind-old-office': '这是旧版 Office 文件（.doc）。请在 Word 或 WPS 中“另存为” .docx 后再上传，或者打开后复制全文粘贴。',
  'kind-not-here': '这里只读 Word 文档（.docx）。PDF 和其他文件请打开后复制全文粘贴。',
  'kind-unknown': '这里只读 Word 文档（.docx）。PDF 和其他文件请打开后复制全文粘贴。',
  embedded: '文件里嵌入了其他文件。请删去后另存一份再上传，或者打开后复制全文粘贴。',
}

/** The words of an uploaded Word document; nothing of the file is kept. 422 with what to do for everything else. */
export async function readWord({ content, name }: Upload, scan?: VirusScan): Promise<string> {
  const upload = await receiveUpload(content, name, { kinds: ['docx'], limits: LIMITS, ...(scan && { scan }) })
  if (isRefusedUpload(upload)) throw new Problem(422, `file-${upload.code}`, SENTENCES[upload.code] ?? upload.sentence)
  const text = linesOf(upload.bytes).join('\n')
  if (text === '') throw new Problem(422, 'word-empty', '文件里没有文字，可能是扫描的图片。请换一个文件，或者直接填写。')
  if (text.length > MOST_CHARACTERS) {
    throw new Problem(422, 'word-long', '全文超过 3 万字，放不进一件建议。请只保留标题、事由和具体建议后再上传。')
  }
  return text
}

/** Its parts are found by their relations, since programs name them as they like. */
function linesOf(file: Buffer): string[] {
  const entries = readZipDirectory(file, { ...DEFAULT_LIMITS, ...LIMITS })
  if ('code' in entries) throw damaged()
  const partOf = (name: string): string => {
    const entry = entries.find((it) => it.name.toLowerCase() === name.toLowerCase())
    const bytes = entry && unpack(file, entry)
    return bytes ? decoded(bytes) : ''
  }
  const main = related(partOf('_rels/.rels'), '', 'officeDocument')
  const document = partOf(main)
  if (document === '') throw damaged()
  const [folder = '', name = ''] = [posix.dirname(main), posix.basename(main)]
  const relations = partOf(posix.join(folder, '_rels', `${name}.rels`))
  const styles = partOf(related(relations, folder, 'styles'))
  return wordLines(documentTree({ document, styles, numbering: partOf(related(relations, folder, 'numbering')) }))
}

/** The part that a relation of this kind leads to, below the root of the package. */
function related(relations: string, folder: string, kind: string): string {
  const found = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/g)?.find((it) => new RegExp(`Type="[^"]*/${kind}"`).test(it))
  const target = /Target="([^"]*)"/.exec(found ?? '')?.[1] ?? ''
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
}

function decoded(bytes: Buffer): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

function damaged(): Problem {
  return new Problem(422, 'file-damaged', '文件已损坏，打不开。请另存一份后再上传，或者打开后复制全文粘贴。')
}
