import mammoth from 'mammoth'
import { isRefusedUpload, receiveUpload, type UploadLimits, type UploadRefusalCode, type VirusScan } from '#kernel/files/api.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Upload } from '#lib/http/upload.ts'
import { wordLines, type WordNode } from './word-lines.ts'

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
  const text = (await linesOf(upload.bytes)).join('\n')
  if (text === '') throw new Problem(422, 'word-empty', '文件里没有文字，可能是扫描的图片。请换一个文件，或者直接填写。')
  if (text.length > MOST_CHARACTERS) {
    throw new Problem(422, 'word-long', '全文超过 3 万字，放不进一件建议。请只保留标题、事由和具体建议后再上传。')
  }
  return text
}

async function linesOf(buffer: Buffer): Promise<string[]> {
  const read: WordNode[] = []
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        // The boundary to mammoth, which gives its tree no type; emptied, so that no page is made of it.
        transformDocument: (document: WordNode) => {
          read.push(document)
          return { ...document, children: [] }
        },
      },
    )
  } catch {
    throw new Problem(422, 'file-damaged', '文件已损坏，打不开。请另存一份后再上传，或者打开后复制全文粘贴。')
  }
  return read.flatMap(wordLines)
}
